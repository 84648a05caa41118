import { sql } from 'drizzle-orm';

/** What staff call an edition `d` of a region `g`. */
export const editionTitle = sql`g.name || ' ' || d.year || '年度版'`;
