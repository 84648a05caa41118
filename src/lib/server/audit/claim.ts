import type { ChapterOrder } from '#lib/domain/edition/edition.ts';

/** Where an edition belongs and how it is ordered, by its own choice or its region's. */
export type Standing = { region: number; year: number; order: ChapterOrder };

/** What the log says of an edition. */
export type EditionClaim = {
	/** Of its record; null where it was locked before the log said so. */
	hash: string | null;
	locked: boolean;
	/** null where the log has not said when. */
	lockedAt: string | null;
	/** ISO instants. */
	publishedAt: string | null;
	withdrawnAt: string | null;
	supersededAt: string | null;
	/** null where nothing has said so yet. */
	standing: Standing | null;
};

/** What the tables have to say if nobody but the program has written into them. */
export type Claims = {
	editions: Map<number, EditionClaim>;
	/** The current revision by resource. */
	current: Map<string, number>;
	/** When each resource was withdrawn; null of one that is back. */
	withdrawn: Map<string, string | null>;
	/** The region by resource. */
	places: Map<string, number>;
	/** Into which other each resource was made one. */
	merged: Map<string, string>;
	/** By verification: its day and method. */
	checks: Map<number, string>;
	/** When each verification was taken back. */
	revoked: Map<number, string>;
	/** The parts of a baseline that the log has: what belongs to another one is not proved. */
	parts: ReadonlySet<Part>;
};

/** What a baseline says; those of older versions lack the later ones. */
export const parts = [
	'current',
	'withdrawn',
	'checks',
	'editions',
	'places',
	'merged',
	'revoked',
	'volumes'
] as const;
export type Part = (typeof parts)[number];

/** How a check is written down in a claim. */
export const checkOf = (on: string, method: string): string => `${on} ${method}`;

/** An edition as a baseline or an import writes it down. */
export type Volume = [id: number, region: number, year: number, order: ChapterOrder];
