import { publicContent, type PublicContent } from '#lib/domain/resource/publication.ts';
import { nextWords, placeWords, rowOf, type Row } from '#lib/domain/listing/row.ts';
import { onPaperOf, type OnPaper } from '#lib/domain/reader/printed-list.ts';
import type { Moment } from '#lib/domain/calendar/calendar.ts';
import type { Point } from '#lib/domain/map/bounds.ts';
import type { MadeReadings } from '#lib/domain/text/generated-reading.ts';
import type { Explained } from '#lib/domain/search/explanation.ts';
import { codesOf } from '#lib/domain/listing/catalogue-document.ts';
import type { Verification } from '#lib/domain/resource/verification.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { names } from '#lib/server/regions/names.ts';
import * as readings from '#lib/server/search/readings.ts';
import type { Shown } from '#lib/server/contents/visibility.ts';
import { tellable } from '#lib/server/contents/telling.ts';
import { turnOf } from '#lib/server/contents/turns.ts';

/** Of a row on the live pages. */
const datesInRow = 2;

/** A resource made ready for lists. */
export type Prepared = {
	/** Without dates. */
	row: Row;
	/** The next dates, as they were told last. */
	told: { turn: string; next: string[] } | null;
	dates: Pick<PublicContent, 'operation' | 'schedules'>;
	explained: Explained;
	/** Looked through, but never shown in a list. */
	further: { organizationKana: string | null; town: string | null; made: MadeReadings | null };
	point: Point | null;
	/** Said on paper alone. */
	onPaper: OnPaper;
	/** Code, where it may be told. */
	municipality: string | null;
};

/** Revisions never change, so what was made of one serves later lists; about 6 KB each. */
const kept = cachedByDatabase(({ $client }) => ({
	made: new Map<string, Prepared>(),
	changes: -1,
	state: $client.prepare<[], number>('SELECT changes FROM search_state').pluck()
}));
const maxKept = 5_000;

/** An erased revision changes the index too, whichever process erases it. */
function keptNow(db: Database): Map<string, Prepared> {
	const known = kept(db);
	const changes = known.state.get() ?? 0;
	if (known.changes !== changes) Object.assign(known, { made: new Map(), changes });
	return known.made;
}

export function prepare(db: Database, shown: readonly Shown[]): Prepared[] {
	// What is read before it is committed may be undone.
	const known = db.$client.inTransaction ? new Map<string, Prepared>() : keptNow(db);
	if (known.size > maxKept) known.clear();
	const missing = shown.filter((one) => !known.has(keyOf(one)));
	const found = tellable(db, missing);
	const made = readings.of(
		db,
		missing.map((one) => one.revision)
	);
	for (const one of missing) {
		known.set(
			keyOf(one),
			preparedOf(db, one, publicContent(found.get(one.revision)!), made.get(one.revision) ?? null)
		);
	}
	return shown.map((one) => known.get(keyOf(one))!);
}

/** The same with the next dates in their rows, which are told anew at each turn of the day. */
export function dated(db: Database, all: readonly Prepared[], now: Moment): Prepared[] {
	const turn = turnOf(db, now);
	return all.map((one) => {
		if (one.told?.turn !== turn) {
			one.told = { turn, next: nextWords(one.dates, now, datesInRow) };
		}
		return { ...one, row: { ...one.row, next: one.told.next } };
	});
}

export function verificationOf(shown: Shown): Verification | null {
	if (!shown.method || !shown.verified_on) return null;
	return { method: shown.method, on: shown.verified_on, role: shown.role };
}

const keyOf = (shown: Shown) =>
	`${shown.revision} ${shown.beside} ${shown.number} ${shown.region} ${shown.method} ${shown.verified_on}`;

function preparedOf(
	db: Database,
	shown: Shown,
	content: PublicContent,
	made: MadeReadings | null
): Prepared {
	const named = names(db);
	const { name, kana, plainName, summary, description, activities } = content;
	return {
		row: {
			...rowOf(shown.resource, content, verificationOf(shown), named),
			region: shown.region,
			number: shown.number
		},
		told: null,
		dates: { operation: content.operation, schedules: content.schedules },
		point: pointOf(content),
		onPaper: onPaperOf(content, verificationOf(shown), named),
		municipality: content.place.municipality,
		further: {
			organizationKana: content.organization?.kana ?? null,
			town: content.place.town,
			made
		},
		explained: {
			name,
			kana,
			reading: made?.name ?? null,
			plainName,
			summary,
			description,
			activities,
			organization: content.organization?.name ?? null,
			place: placeWords(content.place, named),
			codes: codesOf(content)
		}
	};
}

const pointOf = ({ place: { latitude, longitude } }: PublicContent) =>
	latitude === null || longitude === null ? null : { latitude, longitude };
