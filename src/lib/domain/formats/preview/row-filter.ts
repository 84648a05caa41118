import { rowStatuses, type RowStatus } from './decision.ts';

/** Which rows of a preview somebody looks at; `open`: those that wait for a decision. */
export type RowFilter = {
	show: RowStatus | 'open' | null;
	/** Place of the last row of the page before; null: from the beginning. */
	after: number | null;
};

export const rowsPerPage = 50;

export function parseRowFilter(params: URLSearchParams): RowFilter {
	const asked = params.get('show');
	const after = params.get('after') ?? '';
	return {
		show: asked === 'open' ? asked : (rowStatuses.find((status) => status === asked) ?? null),
		after: /^\d{1,7}$/.test(after) ? Number(after) : null
	};
}

/** `?…`; '' for all rows from their beginning. */
export function rowAddress({ show, after }: RowFilter): string {
	const pairs = [
		...(show ? [['show', show]] : []),
		...(after === null ? [] : [['after', String(after)]])
	];
	return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

/** As the verbs of a preview understand it. */
export const wantedOf = ({
	show
}: RowFilter): { statuses?: readonly RowStatus[]; isUndecided?: boolean } =>
	show === null ? {} : show === 'open' ? { isUndecided: true } : { statuses: [show] };
