import { eq, sql, type SQL } from 'drizzle-orm';
import { editsRegion, type User } from '#lib/domain/staff/staff.ts';
import type { ReadingOf } from '#lib/domain/text/generated-reading.ts';
import * as audit from '#lib/server/audit/index.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database/client.ts';
import { write } from '#lib/server/database/transaction.ts';
import { import_previews, imports } from '#lib/server/database/schema/index.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import { giveUp } from '#lib/server/editing/edition/giving-up.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as pins from '#lib/server/editions/pins.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { dropSource } from '#lib/server/resources/sources.ts';
import type { Before } from './before.ts';
import { outcome } from './outcome.ts';

type Act = { at: Date; readingOf?: ReadingOf | undefined };

/** What somebody has done with a resource, or an edition, since. */
export type BuiltUpon = { resource: string; name: string; why: string };

export type Undone =
	| { state: 'undone' }
	/** Nothing was written. */
	| { state: 'built-upon'; on: BuiltUpon[] }
	| { state: 'not-found' | 'undone-already' | 'too-old' };

type Import = typeof imports.$inferSelect;

const mostTold = 20;

/** Puts back all that an import moved, as long as nobody has built on it. */
export function undo(db: Database, user: User, importId: number, act: Act): Undone {
	return write(db, (): Undone => {
		const found = db.select().from(imports).where(eq(imports.id, importId)).get();
		if (!found || !mayUndo(db, user, found)) return { state: 'not-found' };
		if (found.undone_at) return { state: 'undone-already' };
		const before = found.before as Before | null;
		if (!before) return { state: 'too-old' };
		const on = builtUpon(db, found, before);
		if (on.length > 0) return { state: 'built-upon', on };
		putBack(db, found, before, user, act);
		return { state: 'undone' };
	});
}

/** Who edits every region in which it has moved something; of what was only proposed, whoever proposed it too. */
function mayUndo(db: Database, user: User, found: Import): boolean {
	if (user.role === 'admin') return true;
	const isOwn = found.imported_by === user.id;
	if (user.role === 'partner') return isOwn && found.way === 'proposal';
	const regions = regionsOf(db, found);
	if (regions.length === 0) return isOwn;
	return regions.every((region) => editsRegion(user, region));
}

function regionsOf(db: Database, { id, before }: Import): number[] {
	const { pins = [], moved = [], ...noted } = (before ?? {}) as Partial<Before>;
	const { created = [], revised = [], withdrawn = [], reinstated = [], sources = [] } = noted;
	const listed = [...revised, ...reinstated, ...moved, ...sources].map(([resource]) => resource);
	const resources = [...created, ...withdrawn, ...listed, ...pins.map(([, resource]) => resource)];
	const editions = [...(noted.opened ?? []), ...pins.map(([edition]) => edition)];
	const rows = db.all<{ region: number }>(sql`
		SELECT r.region_id AS region FROM revisions v JOIN resources r ON r.id = v.resource_id
			WHERE v.import_id = ${id}
		UNION SELECT region_id FROM resources
			WHERE id IN (SELECT value FROM json_each(${JSON.stringify([...resources, ...(noted.drafted ?? [])])}))
		UNION SELECT region_id FROM editions
			WHERE id IN (SELECT value FROM json_each(${JSON.stringify([...new Set(editions)])}))
		UNION SELECT value FROM json_each(${JSON.stringify(moved.map(([, region]) => region))})`);
	return rows.map(({ region }) => region);
}

/** By what was done since, those that stand on the import. */
function builtUpon(db: Database, { id, imported_at, imported_by }: Import, before: Before) {
	const looks: [string, SQL][] = [
		[
			'あとから直されています',
			sql`v.import_id = ${id} AND v.approved_at IS NOT NULL AND EXISTS (SELECT 1 FROM revisions w
				WHERE w.resource_id = v.resource_id AND w.number > v.number AND w.approved_at IS NOT NULL)`
		],
		[
			'あとから確認されています',
			sql`v.import_id = ${id} AND EXISTS (SELECT 1 FROM verifications c WHERE c.revision_id = v.id
				AND c.revoked_at IS NULL AND NOT (c.created_at = ${imported_at} AND c.created_by = ${imported_by}))`
		],
		[
			'校了か公開の年度版に載っています',
			sql`v.import_id = ${id} AND EXISTS (SELECT 1 FROM entries e JOIN editions d ON d.id = e.edition_id
				WHERE e.revision_id = v.id AND d.locked_at IS NOT NULL)`
		],
		[
			'あとから取り下げられたか、ほかの資源と1つになっています',
			sql`v.import_id = ${id} AND v.approved_at IS NOT NULL AND EXISTS (SELECT 1 FROM resources r
				WHERE r.id = v.resource_id AND r.withdrawn_at > ${imported_at})`
		],
		[
			'直しの提案か、書きかけがあります',
			sql`v.import_id = ${id} AND (
				EXISTS (SELECT 1 FROM revisions w WHERE w.base_revision_id = v.id AND w.approved_at IS NULL AND w.rejected_at IS NULL)
				OR EXISTS (SELECT 1 FROM drafts f WHERE f.base_revision_id = v.id AND f.subject = v.resource_id))`
		],
		[
			'提案に、もう返事があります',
			sql`v.id IN (SELECT value FROM json_each(${JSON.stringify(before.proposed)}))
				AND (v.approved_at IS NOT NULL OR v.rejected_at IS NOT NULL)`
		],
		[
			'あとから公開に戻されています',
			sql`v.id = (SELECT max(w.id) FROM revisions w WHERE w.resource_id = v.resource_id)
				AND v.resource_id IN (SELECT value FROM json_each(${JSON.stringify(before.withdrawn)}))
				AND NOT EXISTS (SELECT 1 FROM resources r WHERE r.id = v.resource_id
					AND r.withdrawn_at = ${imported_at} AND r.withdrawn_by = ${imported_by})`
		]
	];
	const found = looks.flatMap(([why, condition]) =>
		db
			.all<{ resource: string; name: string }>(
				sql`SELECT v.resource_id AS resource, v.name FROM revisions v WHERE ${condition} LIMIT ${mostTold}`
			)
			.map((one) => ({ ...one, why }))
	);
	return [...found, ...changedEntries(db, before), ...lockedSince(db, before)];
}

/** Entries that are not as the import left them. */
const changedEntries = (db: Database, { pins }: Before): BuiltUpon[] =>
	db
		.all<Omit<BuiltUpon, 'why'>>(
			sql`SELECT p.value ->> 1 AS resource, v.name FROM json_each(${JSON.stringify(pins)}) p
			JOIN resources r ON r.id = p.value ->> 1 JOIN revisions v ON v.id = r.current_revision_id
			LEFT JOIN entries e ON e.edition_id = p.value ->> 0 AND e.resource_id = p.value ->> 1
			WHERE e.revision_id IS NOT p.value ->> '$[3][0]' OR e.verification_id IS NOT p.value ->> '$[3][1]'
			LIMIT ${mostTold}`
		)
		.map((one) => ({ ...one, why: '年度版で、あとから変えられています' }));

/** Entries of an edition that was locked cannot be put back. */
const lockedSince = (db: Database, { pins }: Before): BuiltUpon[] =>
	db
		.all<{ year: number; region: string }>(
			sql`SELECT d.year, g.name AS region FROM editions d JOIN regions g ON g.id = d.region_id
			WHERE d.id IN (SELECT value FROM json_each(${JSON.stringify([...new Set(pins.map(([edition]) => edition))])}))
				AND (d.locked_at IS NOT NULL OR d.withdrawn_at IS NOT NULL)`
		)
		.map(({ year, region }) => ({
			...{ resource: '', name: `${region} ${year}年度版`, why: '校了か公開か取り下げのあとです' }
		}));

function putBack(db: Database, found: Import, before: Before, user: User, act: Act): void {
	const { id } = found;
	const at = act.at.toISOString();
	const by = user.id;
	const reason = '取り込みを元に戻しました';
	const restored = restore(db, before, { ...act, by, reason });
	for (const [resource, region] of before.moved) resources.moveToRegion(db, resource, region);
	for (const [resource, source, number] of before.sources) {
		dropSource(db, resource, { source, number });
	}
	const alone = before.revised.filter(([, revision]) => revision === null);
	for (const resource of [...before.created, ...alone.map(([resource]) => resource)]) {
		// Nobody has hidden anything: a file that names it again brings it back.
		resources.withdraw(db, resource, { by, at: act.at, reason, cause: 'absence' });
	}
	for (const resource of before.withdrawn) resources.reinstate(db, resource);
	for (const [resource, absentYear] of before.reinstated) {
		resources.withdraw(db, resource, { by, at: act.at, reason, cause: 'absence', absentYear });
	}
	for (const check of before.checks) resources.revokeVerification(db, check, act.at);
	const touched = pinsBack(db, before, restored);
	for (const check of before.checks) pins.dropVerification(db, check);
	for (const edition of touched) editions.arrange(db, edition);
	for (const edition of before.opened) {
		if (isEmpty(db, edition)) giveUp(db, edition, { by, at: act.at, reason });
	}
	for (const revision of before.proposed) {
		resources.decide(db, revision, {
			...{ rejected_at: at, rejected_by: by, rejected_reason: `${reason}。` }
		});
	}
	for (const subject of before.drafted) {
		const key = { by: found.imported_by, subject };
		if (drafts.find(db, key)?.savedAt === found.imported_at) drafts.discard(db, key);
	}
	db.update(imports).set({ undone_at: at, undone_by: by }).where(eq(imports.id, id)).run();
	db.update(import_previews)
		.set({ state: 'undone', changed_at: at })
		.where(eq(import_previews.import_id, id))
		.run();
	audit.record(db, {
		...{ at, actor: by, action: 'import.undo', subject: 'import', subjectId: id },
		details: {
			...outcome(db, {
				...{ importId: null, revisions: [...restored.values()], at, by, asOf: null },
				wereWithdrawn: before.withdrawn,
				placed: before.moved.map(([resource]) => resource),
				editions: []
			}),
			revoked: JSON.stringify(before.checks)
		}
	});
}

const isEmpty = (db: Database, edition: number): boolean =>
	db.get(sql`SELECT 1 FROM entries WHERE edition_id = ${edition}`) === undefined;

/** What each said before, as a revision of its own: numbers of the search only grow. */
function restore(
	db: Database,
	{ revised }: Before,
	{ by, at, reason, readingOf }: Act & { by: string; reason: string }
): Map<number, number> {
	const read = contents(
		db,
		revised.flatMap(([, before]) => before ?? [])
	);
	return new Map(
		revised.flatMap(([resource, before]) => {
			if (before === null) return [];
			const content = read.get(before)!;
			return [[before, resources.revise(db, resource, { content, by, at, reason, readingOf })]];
		})
	);
}

/** Entries as they were, with the revision that says again what they said. */
function pinsBack(
	db: Database,
	{ pins: noted }: Before,
	restored: Map<number, number>
): Set<number> {
	for (const [edition, resourceId, [revision, verificationId]] of noted) {
		if (revision === null) pins.unpin(db, edition, resourceId);
		else {
			const revisionId = restored.get(revision) ?? revision;
			editions.pin(db, edition, { resourceId, revisionId, verificationId });
		}
	}
	return new Set(noted.map(([edition]) => edition));
}
