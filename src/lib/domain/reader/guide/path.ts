import { speakers, type Speaker } from '#lib/domain/reader/handout/opening.ts';

/** For whom → what is hard or wished → where → in which town → how to get in touch → several places. */
export const steps = ['for', 'wish', 'where', 'town', 'how', 'found'] as const;
export type Step = (typeof steps)[number];

/** What was answered so far; everything may be left out. */
export type Path = {
	whom: Speaker | null;
	/** Codes of `wish.ts`. */
	wishes: string[];
	/** Slug. */
	region: string | null;
	municipality: string | null;
	online: boolean;
	/** Codes of the vocabulary `ease`. */
	how: string[];
};

const isCode = (text: string) => /^[a-z0-9-]{1,40}$/.test(text);
const mostAnswers = 12;

/** Never fails: what cannot be read is as if it had not been said. */
export function parsePath(params: URLSearchParams): { path: Path; step: Step } {
	const one = (name: string) => {
		const value = params.get(name);
		return value !== null && isCode(value) ? value : null;
	};
	const many = (name: string) =>
		[...new Set(params.getAll(name))].filter(isCode).slice(0, mostAnswers);
	return {
		path: {
			whom: speakers.find((speaker) => speaker === params.get('for')) ?? null,
			wishes: many('wish'),
			region: one('region'),
			municipality: one('municipality'),
			online: params.get('online') === 'yes',
			how: many('how')
		},
		step: steps.find((step) => step === params.get('step')) ?? 'for'
	};
}

export function pathAddress(path: Path, step: Step): string {
	const params = new URLSearchParams(entriesOf(path));
	if (step !== 'for') params.append('step', step);
	const query = params.toString();
	return `/guide${query && `?${query}`}`;
}

/** As the fields of a form, without those of a name. */
export const fieldsOf = (path: Path, without: string): [name: string, value: string][] =>
	entriesOf(path).filter(([name]) => name !== without);

function entriesOf({ whom, wishes, region, municipality, online, how }: Path): [string, string][] {
	const one = (name: string, value: string | null): [string, string][] =>
		value === null ? [] : [[name, value]];
	return [
		...one('for', whom),
		...wishes.map((wish): [string, string] => ['wish', wish]),
		...one('region', region),
		...one('municipality', municipality),
		...one('online', online ? 'yes' : null),
		...how.map((code): [string, string] => ['how', code])
	];
}

/** A town is asked for within a region only. */
export function nextStep({ region }: Path, step: Step): Step {
	const next = steps[Math.min(steps.indexOf(step) + 1, steps.length - 1)]!;
	return next === 'town' && region === null ? 'how' : next;
}

export function previousStep({ region }: Path, step: Step): Step | null {
	const at = steps.indexOf(step);
	if (at === 0) return null;
	const previous = steps[at - 1]!;
	return previous === 'town' && region === null ? 'where' : previous;
}
