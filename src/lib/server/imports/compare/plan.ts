import type { Finding, Format, Reading } from '#lib/domain/formats/format.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';
import type { Progress } from '#lib/server/imports/read.ts';
import { mayLearnOf, refusalOf, shownTo, type Asked } from './asked.ts';
import { decide } from './decide.ts';
import { isPlaced, type Found, type PlannedRow } from './planned.ts';
import type { Known } from './known.ts';
import { likenessIndex } from './likeness.ts';
import { candidates, match } from './match.ts';
import { originsOf } from './origin.ts';
import type { RegionAssignment } from './region-assignment.ts';
import { compareRow, type Choice } from './row.ts';

/** The revision that a year's row is compared with and adds to. */
export function baseOf(known: Known, year: number | null): number | null {
	if (year === null) return known.current;
	const own = known.pins.findLast((pin) => pin.year === year)?.revision;
	const earlier = known.pins.findLast((pin) => pin.year < year)?.revision;
	const isPast = known.pins.some((pin) => pin.year > year);
	return (isPast ? (own ?? earlier) : null) ?? known.current ?? own ?? earlier ?? null;
}

type Read = { readings: Reading[]; format: Format };
export type Planned = { items: PlannedRow[]; matched: Set<string> };

/** What becomes of each row: matched, compared, decided. Writes nothing. */
export function plan(
	db: Database,
	{ readings, format }: Read,
	asked: Asked,
	places: RegionAssignment,
	progress: Progress
): Planned {
	const { user, decisions, undecided } = asked;
	const beside = besides(db, { readings, format }, asked, places);
	const deciding = {
		...{ undecided, takenBy: beside.takenBy, meant: beside.meant, compare: beside.compare },
		refusal: ({ region, known }: Found) => refusalOf(user, region!.id, known)
	};
	const items = readings.map((reading, place) => {
		if (place % 200 === 0) progress('compare', place, readings.length);
		return decide(beside.found(reading), decisions.get(reading.row.line) ?? null, deciding);
	});
	progress('compare', readings.length, readings.length);
	const matched = new Set([
		...beside.takenBy.keys(),
		...items.flatMap((item) => (isPlaced(item) && item.known ? item.known.id : []))
	]);
	return { items, matched };
}

/** Puts rows beside the resources that they are, or are like. */
function besides(
	db: Database,
	{ readings, format }: Read,
	{ year, user, context, decisions, chosen, isLenient }: Asked,
	places: RegionAssignment
) {
	const readable = readings.filter(({ content }) => content !== null);
	const meantIds = [...decisions.values()].flatMap((one) =>
		one.is === 'same' ? one.resource : []
	);
	const candidate = candidates(db, readable, places, meantIds);
	const bases = new Map([...candidate.all.values()].map((one) => [one.id, baseOf(one, year)]));
	const origins = originsOf(db, readable);
	const wanted = [...candidate.all.values()].flatMap((one) => [
		bases.get(one.id) ?? [],
		format.repeats ? (one.imported ?? []) : []
	]);
	const read = contents(db, [...new Set([...wanted.flat(), ...origins.revisions])]);
	const contentOf = (known: Known) => read.get(bases.get(known.id) ?? 0);
	const matches = match(readable, candidate, contentOf, places);
	const matched = new Set([...matches.values()].map(({ id }) => id));
	const unmatched = readable.filter((reading) => !matches.has(reading));
	const regions = unmatched.flatMap((reading) => places.regionOf(reading, null)?.id ?? []);
	const likely = likenessIndex(
		db,
		[...new Set(regions)],
		(id) => mayLearnOf(user, id),
		matches.keys()
	);
	const tools = { format, context, names: names(db), shown: shownTo(user) };

	const compare = ({ reading, known, base, before }: Found, choice: Choice = {}) => {
		const last = format.repeats && known!.imported !== base ? read.get(known!.imported ?? 0) : null;
		const origin = origins.of(reading, known!);
		const pair = {
			...{ reading, before: before!, imported: last ?? null },
			origin: origin === null || origin === base ? null : (read.get(origin) ?? null)
		};
		return compareRow(pair, tools, choice);
	};

	const fresh = (found: Found): Found => {
		const likes = found.known ? [] : likely.of(found.reading, matched);
		const isStrange = found.isOutside && chosen !== null && !isLenient;
		const status = likes.length > 0 ? 'duplicate' : isStrange ? 'outside' : 'new';
		const seen = likes.map((one) => `${one.resource ?? one.line}@${one.revision ?? ''}`);
		return { ...found, likes, status, fingerprint: [status, ...seen].join(' ') };
	};

	const compared = (found: Found): Found => {
		const { known, base, before, reading } = found;
		if (known!.withdrawn && known!.withdrawnCause !== 'absence') {
			const message = '公開を取り下げてある場所です。取り下げたままにします。';
			const finding = says(reading, 'withdrawn', message, before!.name);
			return { ...found, content: before, findings: [...found.findings, finding] };
		}
		const beside = compare(found);
		if ('problems' in beside) return refused(found, beside.problems);
		const isSame = beside.fields.length === 0;
		const isBack = known!.withdrawn && !known!.pins.some((pin) => year !== null && pin.year > year);
		const isUnchanged = isSame && !isBack;
		const status = beside.conflicts.length > 0 ? 'conflict' : isUnchanged ? 'unchanged' : 'changed';
		const back = '一覧から外れていた場所です。一覧に戻ります。';
		const findings = [
			...(isBack ? [says(reading, 'withdrawn', back)] : []),
			...found.findings,
			...beside.findings
		];
		return { ...found, ...beside, findings, status, fingerprint: `${status} ${known!.id}@${base}` };
	};

	return {
		compare,
		/** The line of the row that each matched resource is. */
		takenBy: new Map([...matches].map(([reading, { id }]) => [id, reading.row.line])),
		meant: (id: string): { known: Known; base: number; before: Content } | null => {
			const known = candidate.all.get(id);
			const before = known && contentOf(known);
			return before ? { known, before, base: bases.get(id)! } : null;
		},
		found(reading: Reading): Found {
			const known = matches.get(reading) ?? null;
			const start: Found = {
				...{ reading, known, region: null, base: null, before: null, content: reading.content },
				isOutside: false,
				...{ likes: [], conflicts: [], findings: [], fields: [] },
				...{ status: 'skipped', fingerprint: `skipped ${known?.id ?? ''}` }
			};
			if (!reading.content) return refused(start, reading.problems);
			const region = places.regionOf(reading, known?.region ?? null);
			if (!region) return refused(start, [homeless(reading)]);
			const refusal = refusalOf(user, region.id, known);
			if (refusal) {
				const findings = [says(reading, 'region', refusal)];
				return { ...start, region, known: null, findings, fingerprint: 'skipped' };
			}
			const { municipality } = reading.content.location;
			const isOutside = municipality !== null && !places.holds(region.id, municipality);
			const findings = isOutside
				? [says(reading, 'region', `${region.name}の市区町村ではありません。`, municipality)]
				: [];
			const before = (known && contentOf(known)) ?? null;
			const base = (known && bases.get(known.id)) ?? null;
			const found = { ...start, region, isOutside, findings, before, base };
			return before ? compared(found) : fresh(found);
		}
	};
}

const refused = (found: Found, findings: Finding[]): Found => ({
	...{ ...found, findings, status: 'error' },
	...{ content: null, fingerprint: 'error' }
});

const says = (
	{ row }: Reading,
	kind: Finding['kind'],
	message: string,
	found: string | null = null
): Finding => ({ line: row.line, column: null, kind, found, message });

function homeless({ row, content }: Reading): Finding {
	const { municipality } = content!.location;
	const why = municipality
		? 'この市区町村の地域がないので、どの地域のものか決まりません'
		: '市区町村がないので、どの地域のものか決まりません';
	const message = `${why}。市区町村を書くか、入れる地域を選んでください。`;
	return { line: row.line, column: '市区町村', kind: 'region', found: municipality, message };
}
