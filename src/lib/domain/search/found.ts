import type { Term } from './query.ts';
import type { Want } from './sentence/want.ts';

/** What a query finds. */
export type Found = {
	terms: Term[];
	/** By which a document was found. */
	termsOf: (document: number) => Term[];
	/** What matches: every term, in some field, by itself or by an alternative; or else what resembles. */
	bits: Uint32Array;
	/** Nothing matched; what was found resembles the words. */
	fuzzy: boolean;
	/** What was asked for, where the query was read as a sentence; null where its words were looked for. */
	wants: readonly Want[] | null;
	/** What matches all that was asked. */
	full: Uint32Array;
	/** The first `count` of the found documents that are in `within`, best first. */
	ranked(within: Uint32Array, count: number): number[];
};
