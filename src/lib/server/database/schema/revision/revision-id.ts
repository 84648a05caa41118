import { integer } from 'drizzle-orm/sqlite-core';
import { revisions } from '#lib/server/database/schema/resources.ts';

/** Column of a row that belongs to one revision. */
export const revisionId = () =>
	integer()
		.notNull()
		.references(() => revisions.id, { onDelete: 'restrict' });
