import { and, eq, like } from 'drizzle-orm';
import type { EditionWordsTyped } from '#lib/domain/edition/words.ts';
import type { ResourceFields } from '#lib/domain/editing/form.ts';
import { tellerOf, textsIn, withoutSentences } from '#lib/domain/input/spelling.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { withoutNewVersion } from '#lib/server/database/data-version.ts';
import { refuseErased } from '#lib/server/resources/erased.ts';
import { drafts } from '#lib/server/database/schema/index.ts';

export type Draft<Fields = ResourceFields> = {
	fields: Fields;
	reason: string;
	base: number | null;
	savedAt: string;
};

/** By whom, and of what: a resource, a new one of a region, or the words of an edition. */
type Key = { by: string; subject: string };

export const subjectOf = (target: { resourceId: string | null; regionId: number }): string =>
	target.resourceId ?? `new-${target.regionId}`;

export const subjectOfWords = (editionId: number): string => `words-${editionId}`;

const own = ({ by, subject }: Key) => and(eq(drafts.staff_id, by), eq(drafts.subject, subject));

/** What the form was opened with: the time of the draft it shows, and the tab it stands in. */
export type Seen = { savedAt: string; tab: string };

type Kept = {
	fields: ResourceFields | EditionWordsTyped;
	base: number | null;
	reason?: string;
	at: Date;
	seen?: Seen;
};

/**
 * Readers see nothing of it, so that what is kept for them stays. `elsewhere`: nothing is written, because
 * another tab or device has saved a draft that this form has not seen.
 */
export function keep(
	db: Database,
	key: Key,
	{ fields, base, reason = '', at, seen }: Kept
): 'kept' | 'elsewhere' {
	return withoutNewVersion(db, () =>
		write(db, () => {
			refuseErased(db, key.subject);
			const found = db.select().from(drafts).where(own(key)).get();
			if (found && seen && !isSeen(found, seen)) return 'elsewhere';
			const values = {
				...{ fields, base_revision_id: base, reason: reason || null },
				...{ tab: seen?.tab || null, saved_at: at.toISOString() }
			};
			db.insert(drafts)
				.values({ staff_id: key.by, subject: key.subject, ...values })
				.onConflictDoUpdate({ target: [drafts.staff_id, drafts.subject], set: values })
				.run();
			return 'kept';
		})
	);
}

const isSeen = (found: { tab: string | null; saved_at: string }, { savedAt, tab }: Seen) =>
	found.saved_at === savedAt || (tab !== '' && found.tab === tab);

export function find<Fields = ResourceFields>(db: Database, key: Key): Draft<Fields> | null {
	const found = db.select().from(drafts).where(own(key)).get();
	if (!found) return null;
	return {
		...{ fields: found.fields as Fields, reason: found.reason ?? '' },
		...{ base: found.base_revision_id, savedAt: found.saved_at }
	};
}

export function discard(db: Database, key: Key): void {
	withoutNewVersion(db, () => write(db, () => db.delete(drafts).where(own(key)).run()));
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
				resourceIds.includes(subject) ||
				(subject.startsWith('new-') && isAbout(fields as ResourceFields))
		);
	return found.map(({ staff_id: by, subject }) => ({ by, subject }));
}

export function discardAll(db: Database, keys: Key[]): void {
	withoutNewVersion(db, () =>
		write(db, () => keys.forEach((key) => db.delete(drafts).where(own(key)).run()))
	);
}

/** Everybody's of one subject. */
export function discardOf(db: Database, subject: string): void {
	withoutNewVersion(db, () =>
		write(db, () => db.delete(drafts).where(eq(drafts.subject, subject)).run())
	);
}

/** All of somebody's. */
export const of = (db: Database, by: string): Key[] =>
	db
		.select({ by: drafts.staff_id, subject: drafts.subject })
		.from(drafts)
		.where(eq(drafts.staff_id, by))
		.all();

/** `name`: as it is typed; null of what an edition says beside its entries. */
type Telling = Key & {
	name: string | null;
	fields: ResourceFields | EditionWordsTyped;
	reason: string | null;
};

/** Of everybody, and of any place: those in which one of the words stands. */
export function telling(db: Database, words: readonly string[]): Telling[] {
	if (words.length === 0) return [];
	const isTelling = tellerOf(words);
	return db
		.select()
		.from(drafts)
		.all()
		.filter(({ fields, reason }) => [reason ?? '', ...textsIn(fields)].some(isTelling))
		.map(({ staff_id: by, subject, fields, reason }) => ({
			...{ by, subject, fields, reason },
			name: 'name' in fields ? fields.name : null
		}));
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
	for (const { fields, reason, ...key } of telling(db, words)) {
		db.update(drafts)
			.set({
				fields: left(fields) as typeof fields,
				reason: reason === null ? null : withoutSentences(reason, isTelling)
			})
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
		.map(({ subject, fields }) => ({
			regionId: Number(subject.slice(4)),
			name: (fields as ResourceFields).name
		}));
