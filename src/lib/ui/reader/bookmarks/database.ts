import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Copy } from '#lib/domain/reader/bookmark/copy.ts';
import { emptyShelf, type Shelf } from '#lib/domain/reader/bookmark/shelf.ts';
import type { Shelves } from './shelves.ts';

interface Schema extends DBSchema {
	shelf: { key: 'shelf'; value: Shelf };
	/** Apart: they are heavy, and a list of places does without. */
	copies: { key: string; value: Copy };
}

/** Fails where the browser has no database or does not let us have one. */
export async function databaseShelves(): Promise<Shelves> {
	let db = await open();

	/** Browsers lose a connection in the background; then once more with another one. */
	async function withDatabase<T>(act: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
		try {
			return await act(db);
		} catch (error) {
			if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
			db = await open();
			return act(db);
		}
	}

	return {
		kind: 'database',
		read: () => withDatabase(async (db) => (await db.get('shelf', 'shelf')) ?? emptyShelf()),
		change: (act) =>
			withDatabase(async (db) => {
				const transaction = db.transaction('shelf', 'readwrite');
				const shelf = act((await transaction.store.get('shelf')) ?? emptyShelf());
				await Promise.all([transaction.store.put(shelf, 'shelf'), transaction.done]);
				return shelf;
			}),
		copies: () => withDatabase((db) => db.getAll('copies')),
		keepCopies: (copies) =>
			withDatabase(async (db) => {
				const { store, done } = db.transaction('copies', 'readwrite');
				await Promise.all([...copies.map((copy) => store.put(copy)), done]);
			}),
		dropCopies: (ids) =>
			withDatabase(async (db) => {
				const { store, done } = db.transaction('copies', 'readwrite');
				await Promise.all([...ids.map((id) => store.delete(id)), done]);
			}),
		wipe: () =>
			withDatabase(async (db) => {
				const transaction = db.transaction(['shelf', 'copies'], 'readwrite');
				await Promise.all([
					transaction.objectStore('shelf').clear(),
					transaction.objectStore('copies').clear(),
					transaction.done
				]);
			})
	};
}

async function open(): Promise<IDBPDatabase<Schema>> {
	const db = await openDB<Schema>('bookmarks', 1, {
		upgrade(db) {
			db.createObjectStore('shelf');
			db.createObjectStore('copies', { keyPath: 'id' });
		}
	});
	// Some browsers open what they then do not let us read.
	await db.count('shelf');
	return db;
}
