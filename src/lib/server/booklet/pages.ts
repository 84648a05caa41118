import type { BookletPages } from '#lib/domain/booklet/pages.ts';
import type { Layout } from '#lib/domain/booklet/layout.ts';
import type { Database } from '#lib/server/database/client.ts';

/** Of the booklet that was made of an edition in that form; null: there is none. */
export type PagesOf = (db: Database, editionId: number, layout: Layout) => BookletPages | null;

export const pagesOf: PagesOf = () => null;
