import { sql } from 'drizzle-orm';
import type { BookletChannel, BookletPicture } from '#lib/domain/booklet/booklet.ts';
import { coarseWarning, type PictureWords } from '#lib/domain/booklet/picture/picture.ts';
import type { BookletWarning } from '#lib/domain/booklet/layout.ts';
import type { Act as AuditAct } from '#lib/domain/labels/acts.ts';
import * as audit from '#lib/server/audit/index.ts';
import { isMade } from '#lib/server/contents/still-made.ts';
import { narrowedAmong } from '#lib/server/contents/telling.ts';
import { printedIn } from '#lib/server/contents/visibility.ts';
import type { Database } from '#lib/server/database/client.ts';
import { sha256Of } from '#lib/server/database/hash.ts';
import { write } from '#lib/server/database/transaction.ts';
import * as rows from '#lib/server/editions/pictures.ts';
import { makeApart } from './child.ts';

export { pictureRows, pictureBytes, type PictureRow } from '#lib/server/editions/pictures.ts';

type Act = { by: string; at: Date };
/** Of an edition; `resource` null: its cover. */
export type PictureSlot = { editionId: number; resource: string | null };
type Refused = 'locked' | 'not-found';

/**
 * What a booklet shows, by resource (null: the cover), read one by one. On the web no picture that staff took off,
 * and none of a place that readers do not find there today, or of which something has been hidden since.
 */
export function pictureOf(
	db: Database,
	editionId: number,
	{ channel, isBare = false }: { channel: BookletChannel; isBare?: boolean }
): (resource: string | null) => BookletPicture | null {
	const shown = channel === 'web' ? shownToday(db, editionId) : null;
	const pictures = new Map(
		rows
			.pictureRows(db, editionId)
			.filter(({ isHidden }) => !(shown && isHidden))
			.filter(({ resource }) => resource === null || (shown?.has(resource) ?? true))
			.map((row) => [row.resource, row])
	);
	return (resource) => {
		const row = pictures.get(resource);
		if (!row) return null;
		const { sha256, alt, type } = row;
		const bytes = isBare ? '' : rows.pictureBytes(db, sha256)!.bytes.toString('base64');
		return { type, sha256, bytes, alt };
	};
}

function shownToday(db: Database, editionId: number): Set<string> {
	const printed = printedIn(db, editionId, sql`TRUE`);
	const narrowed = narrowedAmong(db, printed);
	return new Set(
		printed.flatMap(({ resource, revision }) => (narrowed.has(revision) ? [] : [resource]))
	);
}

/** Of pictures that are too coarse for print, in the order of the numbers. */
export const pictureWarnings = (db: Database, editionId: number): BookletWarning[] =>
	rows.pictureRows(db, editionId).flatMap(({ resource, number, ...size }) => {
		if (resource !== null && number === null) return [];
		const kind = resource === null ? 'cover' : 'photo';
		return coarseWarning(kind, size, { number, resource }) ?? [];
	});

/** Makes of a file what may be kept, and puts it where `slot` says; what stood there is gone. */
export async function put(
	db: Database,
	slot: PictureSlot,
	{ file, words }: { file: Uint8Array; words: PictureWords },
	act: Act
): Promise<'put' | Refused | { problem: string }> {
	const refused = refusalOf(db, slot);
	if (refused) return refused;
	const making = await makeApart(file, slot.resource === null ? 'cover' : 'photo');
	if ('problem' in making) return making;
	const { made } = making;
	const bytes = Buffer.from(made.bytes);
	return changed<'put'>(db, slot, act, 'picture.put', () => {
		const replaced = rows.pictureRow(db, slot) ? 1 : 0;
		const picture = rows.setPicture(
			db,
			{ ...made, bytes, sha256: sha256Of(bytes) },
			{ ...slot, ...words, ...act }
		);
		return ['put', { picture, replaced }];
	});
}

export const describe = (
	db: Database,
	slot: PictureSlot,
	alt: string,
	act: Act
): 'described' | Refused =>
	changed(db, slot, act, 'picture.describe', () => {
		if (!rows.pictureRow(db, slot)) return 'not-found';
		rows.describePicture(db, slot, alt);
		return ['described', {}];
	});

/** For good: whoever is in it may have asked for that. */
export const remove = (db: Database, slot: PictureSlot, act: Act): 'removed' | Refused =>
	changed(db, slot, act, 'picture.remove', () => {
		if (!rows.pictureRow(db, slot)) return 'not-found';
		rows.dropPicture(db, slot);
		return ['removed', {}];
	});

/** Takes it out of what readers get, at once and of a frozen edition too, or shows it there again. */
export function hide(
	db: Database,
	slot: PictureSlot,
	hidden: boolean,
	act: Act
): 'hidden' | 'shown' | 'not-found' {
	return write(db, () => {
		const row = rows.pictureRow(db, slot);
		if (!row) return 'not-found';
		if (row.isHidden !== hidden) {
			rows.hidePicture(db, slot, hidden ? act : null);
			record(db, slot, act, hidden ? 'picture.hide' : 'picture.show');
		}
		return hidden ? 'hidden' : 'shown';
	});
}

function changed<Done extends string>(
	db: Database,
	slot: PictureSlot,
	act: Act,
	action: AuditAct,
	change: () => [Done, Details] | 'not-found'
): Done | Refused {
	return write(db, () => {
		const refused = refusalOf(db, slot);
		if (refused) return refused;
		const done = change();
		if (done === 'not-found') return done;
		record(db, slot, act, action, done[1]);
		return done[0];
	});
}

/** A place that was taken out keeps its photo, which can be removed; none is put in. */
function refusalOf(db: Database, { editionId, resource }: PictureSlot): Refused | null {
	if (!isMade(db, editionId)) return 'locked';
	if (resource === null) return null;
	const found = db.get(sql`SELECT 1 FROM entries
		WHERE edition_id = ${editionId} AND resource_id = ${resource}
		UNION SELECT 1 FROM booklet_pictures
		WHERE edition_id = ${editionId} AND resource_id = ${resource}`);
	return found === undefined ? 'not-found' : null;
}

type Details = Record<string, string | number | null>;

/** Without the words: they may name somebody, and the log is never changed. */
const record = (
	db: Database,
	{ editionId, resource }: PictureSlot,
	{ by, at }: Act,
	action: AuditAct,
	details: Details = {}
): void =>
	audit.record(db, {
		...{ at: at.toISOString(), actor: by, action },
		...{ subject: 'edition', subjectId: editionId, details: { resource, ...details } }
	});
