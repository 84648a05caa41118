/**
 * What is found of a row when it is compared with what is known. `outside`: new, and of a town that the chosen region
 * does not have. `gone` is no row of the file.
 */
export const rowStatuses = [
	'new',
	'changed',
	'unchanged',
	'duplicate',
	'outside',
	'conflict',
	'gone',
	'skipped',
	'error'
] as const;
export type RowStatus = (typeof rowStatuses)[number];

export const statusNames: Record<RowStatus, string> = {
	new: '新しい',
	changed: '変わった',
	unchanged: '変わらない',
	duplicate: '同じところかもしれない',
	outside: 'この地域の外',
	conflict: '両方で変わった',
	gone: '載らなくなった',
	skipped: '取り込まない',
	error: '読めない'
};

/**
 * What somebody decides about a row. `fields` are fields of a content: only these are taken from the row.
 * `same`: the row is that resource. `different`: it is none of those that are like it.
 */
export type Decision =
	| { is: 'take' }
	| { is: 'skip' }
	| { is: 'different' }
	| { is: 'same'; resource: string; fields?: string[] }
	| { is: 'merge'; fields: string[] };

/** By the line of a row, or the id of a resource that is gone. */
export type Decisions = ReadonlyMap<number | string, Decision>;

const statusesOf: Record<Decision['is'], readonly RowStatus[]> = {
	take: ['new', 'outside', 'changed', 'unchanged', 'conflict', 'gone'],
	skip: rowStatuses,
	different: ['duplicate', 'new', 'outside'],
	same: ['duplicate', 'new', 'outside', 'changed', 'conflict'],
	merge: ['changed', 'conflict']
};

/** Whether a row of that status can be decided so. */
export const fits = ({ is }: Decision, status: RowStatus): boolean =>
	statusesOf[is].includes(status);

/** Nothing is written while one of these has no decision. */
export const needsDecision = (status: RowStatus): boolean =>
	(['duplicate', 'outside', 'conflict', 'error'] as RowStatus[]).includes(status);
