import { progresses, type Progress } from './round.ts';

/** An entry as the board of a round shows it. */
export type BoardEntry = {
	entryId: number;
	resourceId: string;
	number: number;
	name: string;
	kana: string | null;
	/** Code of the chapter. */
	chapter: string;
	/** Code. */
	municipality: string | null;
	progress: Progress;
	/** A verification found a change, and what is printed is still as it was. */
	isOwed: boolean;
	isDone: boolean;
	/** Id of an account. */
	assignee: string | null;
	/** Of this round; else the newest one before it. */
	checkedOn: string | null;
};

/** `'left'`: whatever is not done. */
export type BoardFilter = {
	progress: Progress | 'left' | null;
	chapter: string | null;
	/** Code, or `none`. */
	municipality: string | null;
	/** Id of an account, or `none`. */
	assignee: string | null;
	page: number;
};

export const perPage = 100;

export function parseBoardFilter(params: URLSearchParams): BoardFilter {
	const codeOf = (name: string) => {
		const value = params.get(name) ?? '';
		return /^[a-z0-9-]{1,40}$/.test(value) ? value : null;
	};
	const progress = params.get('progress');
	const page = params.get('page') ?? '';
	return {
		progress: progress === 'left' ? 'left' : (progresses.find((one) => one === progress) ?? null),
		chapter: codeOf('chapter'),
		municipality: codeOf('municipality'),
		assignee: codeOf('assignee'),
		page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1
	};
}

/** The address of a filter, with something changed. */
export function boardAddress(filter: BoardFilter, change: Partial<BoardFilter> = {}): string {
	const { page, ...rest } = { ...filter, page: 1, ...change };
	const pairs = Object.entries(rest).filter((pair): pair is [string, string] => pair[1] !== null);
	return `?${new URLSearchParams([...pairs, ...(page > 1 ? [['page', String(page)]] : [])])}`;
}

const matches = (filter: BoardFilter, but?: keyof BoardFilter) => (entry: BoardEntry) =>
	(but === 'progress' ||
		filter.progress === null ||
		(filter.progress === 'left' ? !entry.isDone : entry.progress === filter.progress)) &&
	(filter.chapter === null || entry.chapter === filter.chapter) &&
	(filter.municipality === null || (entry.municipality ?? 'none') === filter.municipality) &&
	(but === 'assignee' ||
		filter.assignee === null ||
		(filter.assignee === 'none' ? entry.assignee === null : entry.assignee === filter.assignee));

/** What a filter finds, on whatever page. */
export const boardMatches = (entries: readonly BoardEntry[], filter: BoardFilter): BoardEntry[] =>
	entries.filter(matches(filter));

/** After an entry, in the order of the numbers and round again, the first that is left. */
export function nextLeft(entries: readonly BoardEntry[], resourceId: string) {
	const at = entries.findIndex((entry) => entry.resourceId === resourceId);
	const next = [...entries.slice(at + 1), ...entries.slice(0, at)].find(({ isDone }) => !isDone);
	return { number: entries[at]!.number, next };
}

export type Board = {
	total: number;
	/** What is left of everything, and of what is filtered. */
	left: number;
	/** Of what is filtered otherwise. */
	progress: Record<Progress, number>;
	/** By account, `none` for nobody: how many are left of how many. */
	people: { assignee: string; left: number; total: number }[];
	/** By municipality ('' for none) and chapter: how many are left of how many. */
	places: Map<string, Map<string, { left: number; total: number }>>;
	shown: BoardEntry[];
	found: number;
	pages: number;
};

export function boardOf(entries: readonly BoardEntry[], filter: BoardFilter): Board {
	const found = boardMatches(entries, filter);
	const pages = Math.max(1, Math.ceil(found.length / perPage));
	const page = Math.min(filter.page, pages);
	const progress = Object.fromEntries(progresses.map((one) => [one, 0])) as Board['progress'];
	for (const entry of entries.filter(matches(filter, 'progress'))) progress[entry.progress] += 1;
	const places: Board['places'] = new Map();
	for (const entry of entries) {
		const row =
			places.get(entry.municipality ?? '') ?? new Map<string, { left: number; total: number }>();
		places.set(entry.municipality ?? '', row);
		count(row, entry.chapter, entry);
	}
	const people = new Map<string, { left: number; total: number }>();
	for (const entry of entries.filter(matches(filter, 'assignee'))) {
		count(people, entry.assignee ?? 'none', entry);
	}
	return {
		total: entries.length,
		left: entries.filter(({ isDone }) => !isDone).length,
		progress,
		people: [...people].map(([assignee, counts]) => ({ assignee, ...counts })),
		places,
		shown: found.slice((page - 1) * perPage, page * perPage),
		found: found.length,
		pages
	};
}

function count(
	into: Map<string, { left: number; total: number }>,
	key: string,
	entry: BoardEntry
): void {
	const counts = into.get(key) ?? { left: 0, total: 0 };
	counts.total += 1;
	if (!entry.isDone) counts.left += 1;
	into.set(key, counts);
}
