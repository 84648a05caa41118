import type { Target } from '#lib/domain/formats/mapping/targets.ts';
import type { Look } from './looks.ts';

export type Sureness = 'sure' | 'likely' | 'unsure';
export type ProposedColumn = {
	from: string;
	to: Target | null;
	sureness: Sureness;
	/** Why, in a sentence. */
	because: string;
	/** Some of its values. */
	samples: string[];
	/** All its short values, where they are few and may be terms. */
	words?: string[];
};
export type Column = ProposedColumn & {
	look: Look | null;
	values: string[];
	/** The term that ○ in it stands for. */
	flag?: string;
};
