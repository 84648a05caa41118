import { and, eq } from 'drizzle-orm';
import type { Database } from '#lib/server/database/client.ts';
import { insertInto } from '#lib/server/database/insertion.ts';
import { resource_sources } from '#lib/server/database/schema/index.ts';

export type Source = { source: string; number: string };

/** The number that a resource has in a source of public data. */
export const addSource = (db: Database, resourceId: string, source: Source): void =>
	void insertInto(db, resource_sources, { ...source, resource_id: resourceId });

export const dropSource = (db: Database, resourceId: string, { source, number }: Source): void =>
	void db
		.delete(resource_sources)
		.where(
			and(
				eq(resource_sources.resource_id, resourceId),
				eq(resource_sources.source, source),
				eq(resource_sources.number, number)
			)
		)
		.run();
