import type { Booklet, BookletChannel } from '#lib/domain/booklet/booklet.ts';
import type { BookletWarning, Printing } from '#lib/domain/booklet/layout.ts';
import type { BookletForm } from '#lib/domain/booklet/made.ts';
import type { Database } from '#lib/server/database/client.ts';
import type { Made } from './made/keep.ts';
import type { Stage } from './typesetting/compile.ts';

export type Maker = {
	ending: 'pdf' | 'epub' | 'html' | 'zip';
	type: string;
	/** Throws a `TypesettingError`, whose message is a sentence, where nothing comes of it. */
	make(booklet: Booklet, how: Making): Promise<Made>;
};

/** How a booklet is made, and where what it does not say itself is found. */
export type Making = {
	printing: Printing;
	signal: AbortSignal;
	onProgress: (stage: Stage) => void;
	db: Database;
	editionId: number;
	origin: string;
};

/** What booklets are made with: the product's own, or that of a test. */
export type Workshop = {
	collect(
		db: Database,
		editionId: number,
		of: { channel: BookletChannel; origin: string; isBare?: boolean }
	): Promise<{ booklet: Booklet; warnings: BookletWarning[] }>;
	/** SHA-256 of the templates. */
	templates(): string;
	makers: Partial<Record<BookletForm, Maker>>;
};
