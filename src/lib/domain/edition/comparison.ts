import type { FieldChange } from '#lib/domain/editing/field-change.ts';
import type { EntryState } from './edition.ts';

/** What became of a resource from one edition to a later one. */
export const fates = ['new', 'continued', 'changed', 'paused', 'closed', 'left-out'] as const;
export type Fate = (typeof fates)[number];

export const fateNames: Record<Fate, string> = {
	new: '新規',
	continued: '継続',
	changed: '変更',
	paused: '休止',
	closed: '終了',
	'left-out': '載せない'
};

export type Compared = {
	resourceId: string;
	fate: Fate;
	/** In the newer edition; of what it leaves out, in the older one. */
	number: number;
	name: string;
	kana: string | null;
	/** Code of the chapter. */
	chapter: string;
	/** Code. */
	municipality: string | null;
	/** What readers see otherwise; empty where only staff see it. */
	fields: FieldChange[];
};

/** Two editions of a region, the older one first, by what is asked for. */
export type Comparison = {
	from: number;
	to: number;
	counts: Record<Fate, number>;
	rows: Compared[];
};

export type Pinned = { hash: string; state: EntryState };

/** null: nothing to tell of, it was closed already. What paused before is not told as news again. */
export function fateOf(before: Pinned | undefined, after: Pinned | undefined): Fate | null {
	if (!after) return before && before.state !== 'closed' ? 'left-out' : null;
	if (after.state === 'closed') return before?.state === 'closed' ? null : 'closed';
	if (!before || before.state === 'closed') return 'new';
	if (after.state === 'paused' && before.state !== 'paused') return 'paused';
	return before.hash === after.hash ? 'continued' : 'changed';
}

/** By resource what two editions print: all that is to be told, in the order of the newer one first. */
export function fatesOf<Pin extends Pinned>(
	before: ReadonlyMap<string, Pin>,
	after: ReadonlyMap<string, Pin>
): { pin: Pin; fate: Fate }[] {
	const leftOut = [...before].filter(([resource]) => !after.has(resource));
	return [...after, ...leftOut].flatMap(([resource, pin]) => {
		const fate = fateOf(before.get(resource), after.get(resource));
		return fate === null ? [] : [{ pin, fate }];
	});
}

/** What of a comparison is looked at; codes that nothing has find nothing. */
export type ComparisonFilter = {
	fate: Fate | null;
	chapter: string | null;
	municipality: string | null;
};

/** `?fate=&chapter=&municipality=`; what cannot be read is not asked for. */
export function parseComparisonFilter(params: URLSearchParams): ComparisonFilter {
	const codeOf = (name: string) => {
		const value = params.get(name) ?? '';
		return /^[a-z0-9-]{1,40}$/.test(value) ? value : null;
	};
	const fate = params.get('fate');
	return {
		fate: fates.find((one) => one === fate) ?? null,
		chapter: codeOf('chapter'),
		municipality: codeOf('municipality')
	};
}
