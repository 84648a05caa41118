/** A reader's own bookmarks. It never changes: every function gives another one. */
export type Shelf = {
	/** At least one. */
	lists: List[];
	places: Record<string, Kept>;
};

export type List = {
	id: string;
	name: string;
	/** Ids, in the order of the reader's hand; each place is in one list. */
	places: string[];
};

export type Kept = {
	id: string;
	/** Slug. */
	region: string;
	name: string;
	memo: string;
	mark: Mark | null;
	/** Day in Japan. */
	keptOn: string;
};

export const marks = ['someday', 'soon', 'visited'] as const;
export type Mark = (typeof marks)[number];
export const markWords: Record<Mark, string> = {
	someday: 'いつか',
	soon: 'こんど',
	visited: '行った'
};

export const longestMemo = 2000;
export const longestName = 40;
/** Of lists; of places. */
export const most = { lists: 50, places: 5000 };

export const firstList = 'first';
export const emptyShelf = (): Shelf => ({
	lists: [{ id: firstList, name: 'しおり', places: [] }],
	places: {}
});

export const isKept = ({ places }: Shelf, id: string): boolean => Object.hasOwn(places, id);
export const countOf = ({ places }: Shelf): number => Object.keys(places).length;

/** Put first in a list, or the first one; a place that is kept already stays as it is. */
export function keep(shelf: Shelf, kept: Kept, list = firstList): Shelf {
	if (isKept(shelf, kept.id)) return shelf;
	const target = shelf.lists.some(({ id }) => id === list) ? list : shelf.lists[0]!.id;
	return {
		lists: shelf.lists.map((one) =>
			one.id === target ? { ...one, places: [kept.id, ...one.places] } : one
		),
		places: { ...shelf.places, [kept.id]: kept }
	};
}

export function release(shelf: Shelf, id: string): Shelf {
	const { [id]: _, ...places } = shelf.places;
	return { lists: shelf.lists.map((list) => withoutPlace(list, id)), places };
}

/** As it was before `release`: in its list, in its place. */
export function restore(shelf: Shelf, before: Shelf, id: string): Shelf {
	const list = before.lists.find(({ places }) => places.includes(id));
	const kept = before.places[id];
	if (!list || !kept || isKept(shelf, id)) return shelf;
	return moveTo(keep(shelf, kept, list.id), list.id, id, list.places.indexOf(id));
}

export function annotate(
	shelf: Shelf,
	id: string,
	said: Partial<Pick<Kept, 'memo' | 'mark' | 'name'>>
): Shelf {
	const kept = shelf.places[id];
	return kept ? { ...shelf, places: { ...shelf.places, [id]: { ...kept, ...said } } } : shelf;
}

/** In another list, or elsewhere in the same one; `at` counts from 0. */
export function moveTo(shelf: Shelf, list: string, id: string, at: number): Shelf {
	if (!isKept(shelf, id) || !shelf.lists.some((one) => one.id === list)) return shelf;
	return {
		...shelf,
		lists: shelf.lists.map((one) => {
			const rest = withoutPlace(one, id);
			if (one.id !== list) return rest;
			const places = rest.places.toSpliced(Math.max(0, at), 0, id);
			return { ...one, places };
		})
	};
}

export function addList(shelf: Shelf, list: { id: string; name: string }): Shelf {
	if (shelf.lists.length >= most.lists || shelf.lists.some(({ id }) => id === list.id))
		return shelf;
	return { ...shelf, lists: [...shelf.lists, { ...list, places: [] }] };
}

export const renameList = (shelf: Shelf, id: string, name: string): Shelf => ({
	...shelf,
	lists: shelf.lists.map((list) => (list.id === id ? { ...list, name } : list))
});

/** What was in it goes to the end of the first of the others; the last list stays. */
export function removeList(shelf: Shelf, id: string): Shelf {
	const gone = shelf.lists.find((list) => list.id === id);
	const [first, ...others] = shelf.lists.filter((list) => list !== gone);
	if (!gone || !first) return shelf;
	return { ...shelf, lists: [{ ...first, places: [...first.places, ...gone.places] }, ...others] };
}

/** Everything of both: memos of the same place stand below each other, lists of the same name are one. */
export function merge(shelf: Shelf, other: Shelf): Shelf {
	const places = { ...shelf.places };
	for (const kept of Object.values(other.places)) {
		const known = shelf.places[kept.id];
		places[kept.id] = known ? { ...known, memo: bothMemos(known.memo, kept.memo) } : kept;
	}
	let lists = shelf.lists;
	for (const list of other.lists) {
		const added = list.places.filter((id) => !isKept(shelf, id));
		const same = lists.find(({ id, name }) => id === list.id || name === list.name);
		lists = same
			? lists.map((one) => (one === same ? { ...one, places: [...one.places, ...added] } : one))
			: [...lists, { ...list, places: added }];
	}
	return mended({ lists, places });
}

/** Each place in one list, each list with places that are there. */
export function mended({ lists, places }: Shelf): Shelf {
	const seen = new Set<string>();
	const whole = (lists.length > 0 ? lists : emptyShelf().lists).map((list) => ({
		...list,
		places: list.places.filter((id) => {
			if (seen.has(id) || !Object.hasOwn(places, id)) return false;
			seen.add(id);
			return true;
		})
	}));
	const stray = Object.keys(places).filter((id) => !seen.has(id));
	const [first, ...others] = whole;
	return { lists: [{ ...first!, places: [...first!.places, ...stray] }, ...others], places };
}

const withoutPlace = (list: List, id: string): List =>
	list.places.includes(id) ? { ...list, places: list.places.filter((one) => one !== id) } : list;

function bothMemos(one: string, other: string): string {
	if (!other || one.includes(other)) return one;
	return one ? `${one}\n${other}`.slice(0, longestMemo) : other;
}
