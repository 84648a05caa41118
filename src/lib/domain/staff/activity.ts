import { subjects } from '#lib/domain/labels/acts.ts';

const { resource, edition, staff } = subjects;
/** By what the list of the log can be narrowed. */
export const kinds = { resource, edition, staff } as const;
export type Kind = keyof typeof kinds;

export type ActivityFilter = { kind: Kind | null; person: string | null; before: number | null };

export function parseActivityFilter(params: URLSearchParams): ActivityFilter {
	const kind = params.get('kind');
	const person = params.get('person') ?? '';
	const before = params.get('before') ?? '';
	return {
		kind: (Object.keys(kinds) as Kind[]).find((one) => one === kind) ?? null,
		person: /^[\w-]{1,40}$/.test(person) ? person : null,
		before: /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null
	};
}
