import { asc, eq, like, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Content } from '#lib/domain/resource/content.ts';
import type { Database } from '#lib/server/database/client.ts';
import { insertInto } from '#lib/server/database/insertion.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { organizations } from '#lib/server/database/schema/index.ts';

const known = cachedByDatabase((db) =>
	db
		.select({ id: organizations.id })
		.from(organizations)
		.where(
			sql`${organizations.corporate_number} = ${sql.placeholder('corporateNumber')}
				OR (${sql.placeholder('corporateNumber')} IS NULL
					AND ${organizations.name} = ${sql.placeholder('name')}
					AND ${organizations.corporate_number} IS NULL)`
		)
		.prepare()
);

/** The organization with this 法人番号, or else of this very name; made when there is none. */
export function identify(
	db: Database,
	{ name, corporateNumber }: NonNullable<Content['organization']>,
	at: Date
): string {
	const found = known(db).get({ name, corporateNumber });
	if (found) return found.id;
	const id = randomUUID();
	insertInto(db, organizations, {
		id,
		name,
		corporate_number: corporateNumber,
		created_at: at.toISOString()
	});
	return id;
}

/** Ids of those of exactly these names; a name that none has comes back with some that are near. */
export function named(
	db: Database,
	names: readonly string[]
): { ids: string[]; unknown: { name: string; near: string[] }[] } {
	const ids: string[] = [];
	const unknown: { name: string; near: string[] }[] = [];
	for (const name of names) {
		const found = db
			.select({ id: organizations.id })
			.from(organizations)
			.where(eq(organizations.name, name))
			.all();
		if (found.length > 0) ids.push(...found.map(({ id }) => id));
		else unknown.push({ name, near: near(db, name) });
	}
	return { ids: [...new Set(ids)], unknown };
}

const near = (db: Database, name: string): string[] =>
	db
		.select({ name: organizations.name })
		.from(organizations)
		.where(like(organizations.name, `%${name.replaceAll(/[%_]/g, '')}%`))
		.orderBy(asc(organizations.name))
		.limit(3)
		.all()
		.map((one) => one.name);
