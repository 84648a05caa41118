import { and, eq, isNotNull, isNull, lt, max, sql } from 'drizzle-orm';
import * as audit from '#lib/server/audit/index.ts';
import { standingOf } from '#lib/server/audit/standing.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { editions } from '#lib/server/database/schema/index.ts';
import { arrange, stored } from './entries.ts';
import * as prints from './print.ts';
import type * as acts from '#lib/domain/labels/acts.ts';

/** The year's work on an edition, from opening to publication. */

type Act = { by: string; at: Date };

export type NewEdition = Act & {
	regionId: number;
	year: number;
	/** Readers may look at it, marked as 編集中, before it is published. */
	previewed?: boolean;
	foreword?: string | null;
	imprint?: string | null;
	licence?: string | null;
	funding?: string | null;
	colour?: string | null;
};

export function open(db: Database, edition: NewEdition): number {
	const at = edition.at.toISOString();
	return write(db, () => {
		const { id } = db
			.insert(editions)
			.values({
				// The log speaks of editions by id: that of one that was given up is not used again.
				id: sql`(SELECT max(coalesce((SELECT max(id) FROM editions), 0), coalesce((
					SELECT max(CAST(subject_id AS INTEGER)) FROM audit WHERE subject = 'edition'), 0)) + 1)`,
				region_id: edition.regionId,
				year: edition.year,
				foreword: edition.foreword ?? null,
				imprint: edition.imprint ?? null,
				licence: edition.licence ?? null,
				funding: edition.funding ?? null,
				colour: edition.colour ?? null,
				created_at: at,
				created_by: edition.by,
				previewed_at: edition.previewed ? at : null,
				previewed_by: edition.previewed ? edition.by : null
			})
			.returning({ id: editions.id })
			.get();
		return id;
	});
}

/** 校了: from here on nothing in the edition changes. */
export function lock(db: Database, editionId: number, { by, at }: Act): void {
	write(db, () => {
		arrange(db, editionId);
		const now = at.toISOString();
		const hash = prints.keep(db, editionId);
		db.update(editions)
			.set({
				locked_at: now,
				locked_by: by,
				numbered_at: sql`coalesce(numbered_at, ${now})`,
				content_hash: hash
			})
			.where(eq(editions.id, editionId))
			.run();
		record(db, editionId, 'edition.lock', { by, at, hash });
	});
}

/** Back to 確認中: entries may change again, but keep their numbers. Not once it is published. */
export function unlock(
	db: Database,
	editionId: number,
	{ by, at, reason }: Act & { reason: string }
): void {
	write(db, () => {
		prints.forget(db, editionId);
		db.update(editions)
			.set({
				...{ locked_at: null, locked_by: null, content_hash: null },
				last_number: sql`max(coalesce(last_number, 0), (
					SELECT coalesce(max(number), 0) FROM entries WHERE edition_id = ${editionId}))`
			})
			.where(eq(editions.id, editionId))
			.run();
		record(db, editionId, 'edition.unlock', { by, at, reason });
	});
}

/** 公開: the region's newest published edition stands, the others are 旧版. Locks first when nobody has. */
export function publish(db: Database, editionId: number, { by, at }: Act): void {
	write(db, () => {
		const edition = stored(db, editionId);
		if (edition.published_at) return;
		if (!edition.locked_at) lock(db, editionId, { by, at });
		const hash = stored(db, editionId).content_hash!;
		record(db, editionId, 'edition.publish', { by, at, hash });
		const published = { published_at: at.toISOString(), published_by: by };
		db.update(editions)
			.set({ ...published, audit_head: audit.head(db) })
			.where(eq(editions.id, editionId))
			.run();
		const superseded = { superseded_at: at.toISOString(), superseded_by: by };
		const standing = and(
			eq(editions.region_id, edition.region_id),
			isNotNull(editions.published_at),
			isNull(editions.withdrawn_at)
		);
		const newest = db
			.select({ year: max(editions.year) })
			.from(editions)
			.where(standing)
			.get()!.year!;
		const older = and(standing, lt(editions.year, newest), isNull(editions.superseded_at));
		db.update(editions).set(superseded).where(older).run();
	});
}

/**
 * After the words of an entry were erased: the log knows the new hash, as it knew the one before. The
 * caller has lifted the triggers.
 */
export function rehash(db: Database, editionId: number, { by, at }: Act): void {
	const hash = prints.keep(db, editionId);
	db.update(editions).set({ content_hash: hash }).where(eq(editions.id, editionId)).run();
	record(db, editionId, 'edition.rehash', { by, at, hash });
}

function record(
	db: Database,
	editionId: number,
	action: acts.Act,
	{ by, at, reason, hash }: Act & { reason?: string; hash?: string }
): void {
	audit.record(db, {
		at: at.toISOString(),
		actor: by,
		action,
		subject: 'edition',
		subjectId: String(editionId),
		...(reason === undefined ? {} : { reason }),
		...(hash === undefined ? {} : { details: { hash, ...standingOf(db, editionId) } })
	});
}
