import type { Copy } from '#lib/domain/reader/bookmark/copy.ts';
import { emptyShelf, mended, type Shelf } from '#lib/domain/reader/bookmark/shelf.ts';
import type { Shelves } from './shelves.ts';

export const shelfKey = 'bookmarks';
const copiesKey = 'bookmark-copies';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Two keys of text: where there is no database. */
export function localShelves(storage: Store): Shelves {
	const read = () => {
		const shelf = parsed<Shelf>(storage.getItem(shelfKey));
		return shelf && Array.isArray(shelf.lists) ? mended(shelf) : emptyShelf();
	};
	const copies = () => parsed<Copy[]>(storage.getItem(copiesKey)) ?? [];
	const writeCopies = (some: readonly Copy[]) => storage.setItem(copiesKey, JSON.stringify(some));
	return {
		kind: storage instanceof Storage ? 'local' : 'memory',
		read: async () => read(),
		change: async (act) => {
			const shelf = act(read());
			storage.setItem(shelfKey, JSON.stringify(shelf));
			return shelf;
		},
		copies: async () => copies(),
		keepCopies: async (some) => {
			const ids = new Set(some.map(({ id }) => id));
			writeCopies([...copies().filter(({ id }) => !ids.has(id)), ...some]);
		},
		dropCopies: async (ids) => writeCopies(copies().filter(({ id }) => !ids.includes(id))),
		wipe: async () => {
			storage.removeItem(shelfKey);
			storage.removeItem(copiesKey);
		}
	};
}

/** As long as the page is open. */
export function memory(): Store {
	const held = new Map<string, string>();
	return {
		getItem: (key) => held.get(key) ?? null,
		setItem: (key, text) => void held.set(key, text),
		removeItem: (key) => void held.delete(key)
	};
}

function parsed<T>(text: string | null): T | null {
	try {
		return text === null ? null : (JSON.parse(text) as T);
	} catch {
		return null;
	}
}
