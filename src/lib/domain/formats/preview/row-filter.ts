import { rowStatuses, type RowStatus } from './decision.ts';
import type { Repeated } from './repeated.ts';

/** Rows that no status tells: `open` wait for a decision, `noted` have something said of them. */
const others = ['open', 'noted'] as const;

/** Which rows of a preview somebody looks at. */
export type RowFilter = {
	show: RowStatus | (typeof others)[number] | null;
	/** Which of what is said of many rows, by its place in that list; null: any. */
	about: number | null;
	/** Place of the last row of the page before; null: from the beginning. */
	after: number | null;
};

export const rowsPerPage = 50;

export function parseRowFilter(params: URLSearchParams): RowFilter {
	const asked = params.get('show');
	const after = params.get('after') ?? '';
	const about = params.get('about') ?? '';
	const show = [...others, ...rowStatuses].find((one) => one === asked) ?? null;
	return {
		show,
		about: show === 'noted' && /^\d{1,2}$/.test(about) ? Number(about) : null,
		after: /^\d{1,7}$/.test(after) ? Number(after) : null
	};
}

/** `?…`; '' for all rows from their beginning. */
export function rowAddress({ show, about, after }: RowFilter): string {
	const pairs = [
		...(show ? [['show', show]] : []),
		...(about === null ? [] : [['about', String(about)]]),
		...(after === null ? [] : [['after', String(after)]])
	];
	return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

export type Wanted = {
	statuses?: readonly RowStatus[];
	isUndecided?: boolean;
	/** Of which something is said; `about`: just that. */
	noted?: { about: Repeated | null };
};

/** As the verbs of a preview understand it; `repeated`: what was said of many of its rows. */
export function wantedOf({ show, about }: RowFilter, repeated: readonly Repeated[] = []): Wanted {
	if (show === null) return {};
	if (show === 'open') return { isUndecided: true };
	if (show !== 'noted') return { statuses: [show] };
	return { noted: { about: about === null ? null : (repeated[about] ?? null) } };
}
