import { bitset } from '#lib/domain/search/index/bitset.ts';

/**
 * Arrays that are used again by the next search: to ask for them anew takes longer than to fill them.
 * Whoever takes them fills what must be filled, for the last may have thrown; and keeps none of them.
 */
export type Workspace = {
	/** How much of all wants a document meets. */
	scores: Float32Array;
	/** What of a want a document has not met; 1 between two wants. */
	left: Float32Array;
	/** Documents that meet some of a want, each once; room for one more than there are. */
	touched: Uint32Array;
	/** Documents that hold a part of a want. */
	members: Uint32Array;
	union: Uint32Array;
	/** Where a document stands in a list, from 1. */
	slots: Uint32Array;
};

let kept = spaceOf(0);

/** For document numbers below `size`. */
export function workspace(size: number): Workspace {
	if (kept.scores.length !== size) kept = spaceOf(size);
	return kept;
}

function spaceOf(size: number): Workspace {
	return {
		scores: new Float32Array(size),
		left: new Float32Array(size),
		touched: new Uint32Array(size + 1),
		members: new Uint32Array(size + 1),
		union: bitset(size),
		slots: new Uint32Array(size)
	};
}
