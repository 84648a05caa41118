import { and, eq, like } from 'drizzle-orm';
import type { ResourceFields } from '#lib/domain/resource-form.ts';
import { tellerOf, textsIn, withoutSentences } from '#lib/domain/spelling.ts';
import { write, type Database } from './database.ts';
import { unseen } from './generation.ts';
import { refuseErased } from './resources/erased.ts';
import { drafts } from './schema.ts';

export type Draft = { fields: ResourceFields; base: number | null; savedAt: string };

/** By whom, and of what: a resource, or a new one of a region. */
type Key = { by: string; subject: string };

export const subjectOf = (target: { resourceId: string | null; regionId: number }): string =>
	target.resourceId ?? `new-${target.regionId}`;

const own = ({ by, subject }: Key) => and(eq(drafts.staff_id, by), eq(drafts.subject, subject));

/** Readers see nothing of it, so that what is kept for them stays. */
export function keep(
	db: Database,
	key: Key,
	{ fields, base, at }: { fields: ResourceFields; base: number | null; at: Date }
): void {
	const values = { fields, base_revision_id: base, saved_at: at.toISOString() };
	unseen(db, () =>
		write(db, () => {
			refuseErased(db, key.subject);
			db.insert(drafts)
				.values({ staff_id: key.by, subject: key.subject, ...values })
				.onConflictDoUpdate({ target: [drafts.staff_id, drafts.subject], set: values })
				.run();
		})
	);
}

export function find(db: Database, key: Key): Draft | null {
	const found = db.select().from(drafts).where(own(key)).get();
	if (!found) return null;
	return { fields: found.fields, base: found.base_revision_id, savedAt: found.saved_at };
}

export function discard(db: Database, key: Key): void {
	unseen(db, () => write(db, () => db.delete(drafts).where(own(key)).run()));
}

/** Of everybody: those of the resources, and those of new ones that are about one of them. */
export function about(
	db: Database,
	resourceIds: string[],
	isAbout: (fields: ResourceFields) => boolean
): Key[] {
	const found = db
		.select()
		.from(drafts)
		.all()
		.filter(
			({ subject, fields }) =>
				resourceIds.includes(subject) || (subject.startsWith('new-') && isAbout(fields))
		);
	return found.map(({ staff_id: by, subject }) => ({ by, subject }));
}

export function discardAll(db: Database, keys: Key[]): void {
	unseen(db, () => write(db, () => keys.forEach((key) => db.delete(drafts).where(own(key)).run())));
}

/** All of somebody's. */
export const of = (db: Database, by: string): Key[] =>
	db
		.select({ by: drafts.staff_id, subject: drafts.subject })
		.from(drafts)
		.where(eq(drafts.staff_id, by))
		.all();

type Telling = Key & { name: string; fields: ResourceFields };

/** Of everybody, and of any place: those in which one of the words stands. */
export function telling(db: Database, words: readonly string[]): Telling[] {
	if (words.length === 0) return [];
	const isTelling = tellerOf(words);
	return db
		.select()
		.from(drafts)
		.all()
		.filter(({ fields }) => textsIn(fields).some(isTelling))
		.map(({ staff_id: by, subject, fields }) => ({ by, subject, name: fields.name, fields }));
}

/** Sentences in which one of the words stands are taken out of all drafts. */
export function forget(db: Database, words: readonly string[]): void {
	const isTelling = tellerOf(words);
	const left = (value: unknown): unknown => {
		if (typeof value === 'string') return withoutSentences(value, isTelling) ?? '';
		if (Array.isArray(value)) return value.map(left);
		return Object.fromEntries(
			Object.entries(value as object).map(([key, one]) => [key, left(one)])
		);
	};
	for (const { fields, ...key } of telling(db, words)) {
		db.update(drafts)
			.set({ fields: left(fields) as ResourceFields })
			.where(own(key))
			.run();
	}
}

/** Somebody's new resources that are not saved yet: the ids of their regions. */
export const ofNew = (db: Database, by: string): { regionId: number; name: string }[] =>
	db
		.select()
		.from(drafts)
		.where(and(eq(drafts.staff_id, by), like(drafts.subject, 'new-%')))
		.all()
		.map(({ subject, fields }) => ({ regionId: Number(subject.slice(4)), name: fields.name }));
