import type { Booklet, BookletChannel } from '#lib/domain/booklet/booklet.ts';
import type { BookletWarning, Printing } from '#lib/domain/booklet/layout.ts';
import type { BookletForm } from '#lib/domain/booklet/made.ts';
import type { Database } from '#lib/server/database/client.ts';
import type { Made } from './made/keep.ts';

/** Why a booklet was not made: a sentence, with the entry where one is to blame. */
export class BookletError extends Error {
	override name = 'BookletError';
}

export type Progress = {
	stage: 'collect' | 'layout' | 'write';
	/** null where nobody knows. */
	page: number | null;
};

export type Maker = {
	ending: 'pdf' | 'epub' | 'html' | 'zip';
	type: string;
	make(
		booklet: Booklet,
		how: { printing: Printing; signal: AbortSignal; onProgress: (progress: Progress) => void }
	): Promise<Made>;
};

/** What booklets are made with: the product's own, or that of a test. */
export type Workshop = {
	collect(
		db: Database,
		editionId: number,
		of: { channel: BookletChannel; origin: string }
	): { booklet: Booklet; warnings: BookletWarning[] };
	/** SHA-256 of the templates. */
	templates(): string;
	makers: Partial<Record<BookletForm, Maker>>;
};
