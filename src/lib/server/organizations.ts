import { and, eq, isNull } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Content } from '#lib/domain/content.ts';
import type { Database } from './database.ts';
import { organizations } from './schema.ts';

/** The organization with this 法人番号, or else of this very name; made when there is none. */
export function identify(
	db: Database,
	organization: NonNullable<Content['organization']>,
	at: Date
): string {
	const { name, corporateNumber } = organization;
	const known = db
		.select({ id: organizations.id })
		.from(organizations)
		.where(
			corporateNumber
				? eq(organizations.corporate_number, corporateNumber)
				: and(eq(organizations.name, name), isNull(organizations.corporate_number))
		)
		.get();
	if (known) return known.id;
	const id = randomUUID();
	db.insert(organizations)
		.values({ id, name, corporate_number: corporateNumber, created_at: at.toISOString() })
		.run();
	return id;
}
