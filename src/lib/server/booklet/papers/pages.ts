import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { BookletPages } from '#lib/domain/booklet/papers/pages.ts';
import type { Layout } from '#lib/domain/booklet/layout.ts';
import type { Database } from '#lib/server/database/client.ts';
import { booklets } from '#lib/server/database/schema/index.ts';

export type PagesOf = (db: Database, editionId: number, layout: Layout) => BookletPages | null;

/**
 * Of the booklet that readers have in hand: the one that was printed, else the newest that readers were given.
 * null: none was made in that form.
 */
export const pagesOf: PagesOf = (db, editionId, layout) => {
	const made = db
		.select({ pages: booklets.pages, pageOf: booklets.page_of })
		.from(booklets)
		.where(
			and(
				eq(booklets.edition_id, editionId),
				eq(booklets.form, layout),
				inArray(booklets.kind, ['final', 'cached']),
				isNotNull(booklets.pages)
			)
		)
		.orderBy(sql`kind = 'final' DESC, channel = 'paper' DESC, id DESC`)
		.limit(1)
		.get();
	return made ? { pages: made.pages!, pageOf: made.pageOf } : null;
};
