import type { Finding, Reading } from '#lib/domain/formats/format.ts';
import type { RowStatus } from '#lib/domain/formats/preview/decision.ts';
import type { Conflict, Like } from '#lib/domain/formats/preview/preview.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import type { Known } from './known.ts';
import type { RowRegion } from './region-assignment.ts';

/** A row beside what is known, as it is found before anything is decided. */
export type Found = {
	reading: Reading;
	status: RowStatus;
	/** The same as long as the row would do the same. */
	fingerprint: string;
	region: RowRegion | null;
	/** Of a town that the region does not have. */
	isOutside: boolean;
	known: Known | null;
	/** The revision that the row is compared with, and what it says. */
	base: number | null;
	before: Content | null;
	/** As the row would have it; null where it cannot be read. */
	content: Content | null;
	likes: Like[];
	conflicts: Conflict[];
	findings: Finding[];
	/** Titles of the fields that differ. */
	fields: string[];
};

/** A row that is written, or that is what the directory says already. */
export type Placed = Found & {
	outcome: 'new' | 'changed' | 'unchanged' | 'withdrawn';
	region: RowRegion;
	content: Content;
	/** The revision that says this already. */
	revision: number | null;
};

/** A row that is left out, waits for a decision or refuses the file. */
export type Open = Found & { outcome: 'left' | 'undecided' | 'refused' };

export type PlannedRow = Placed | Open;

export const isPlaced = (item: PlannedRow): item is Placed =>
	item.outcome !== 'left' && item.outcome !== 'undecided' && item.outcome !== 'refused';
