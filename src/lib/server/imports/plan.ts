import { comparePublic } from '#lib/domain/editing/public-comparison.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import type { Context, Finding, Format, Reading } from '#lib/domain/formats/format.ts';
import { hasRules, isParted } from '#lib/domain/schedule/binding.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { keepForStaff } from '#lib/domain/resource/staff-only.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database/client.ts';
import { contentHash } from '#lib/server/database/hash.ts';
import { names } from '#lib/server/regions/names.ts';
import type { Known } from './known.ts';
import { candidates, match } from './match.ts';
import type { Progress } from './read.ts';
import type { RowRegion, RegionAssignment } from './region-assignment.ts';

export type Item = {
	reading: Reading;
	region: RowRegion;
	known: Known | null;
	content: Content;
	/** The revision that says this already. */
	revision: number | null;
	outcome: 'new' | 'changed' | 'unchanged' | 'withdrawn';
	/** Titles of the fields that differ. */
	fields: string[];
};

/** The revision that a year's row is compared with and adds to. */
export function baseOf(known: Known, year: number): number | null {
	const own = known.pins.findLast((pin) => pin.year === year)?.revision;
	const earlier = known.pins.findLast((pin) => pin.year < year)?.revision;
	const isPast = known.pins.some((pin) => pin.year > year);
	return (isPast ? (own ?? earlier) : null) ?? known.current ?? own ?? earlier ?? null;
}

function homeless({ row, content }: Reading): Finding {
	const { municipality } = content!.location;
	const why = municipality
		? 'この市区町村の地域がないので、どの地域のものか決まりません'
		: '市区町村がないので、どの地域のものか決まりません';
	const message = `${why}。市区町村を書くか、--region で地域を選んでください。`;
	return { line: row.line, column: '市区町村', kind: 'region', found: municipality, message };
}

/** What becomes of each row; writes nothing. */
export function plan(
	db: Database,
	{ readings, format, year }: { readings: Reading[]; format: Format; year: number },
	context: Context,
	places: RegionAssignment,
	progress: Progress
): { items: Item[]; matched: Set<string>; warnings: Finding[]; problems: Finding[] } {
	const candidate = candidates(db, readings, places);
	const bases = new Map([...candidate.all.values()].map((one) => [one.id, baseOf(one, year)]));
	const wanted = [...candidate.all.values()].flatMap((one) => [
		bases.get(one.id) ?? [],
		format.repeats ? (one.imported ?? []) : []
	]);
	const read = contents(db, [...new Set(wanted.flat())]);
	const contentOf = (known: Known) => read.get(bases.get(known.id) ?? 0);
	const matches = match(readings, candidate, contentOf, places);
	const known = names(db);
	const found: Finding[] = [];
	const problems: Finding[] = [];

	const items = readings.flatMap((reading, place): Item[] => {
		if (place % 200 === 0) progress('compare', place, readings.length);
		const match = matches.get(reading) ?? null;
		const line = reading.row.line;
		const region = places.regionOf(reading, match?.region ?? null);
		if (!region) {
			problems.push(homeless(reading));
			return [];
		}
		const { municipality } = reading.content!.location;
		if (municipality && !places.holds(region.id, municipality)) {
			const message = `${region.name}の市区町村ではありません。`;
			found.push({ line, column: null, kind: 'region', found: municipality, message });
		}
		const before = match && contentOf(match);
		const item = { reading, region, known: match };
		if (!match || !before) {
			return [{ ...item, content: reading.content!, revision: null, outcome: 'new', fields: [] }];
		}
		const base = bases.get(match.id)!;
		if (match.withdrawn && match.withdrawnCause !== 'absence') {
			const message = '公開を取り下げてある場所です。取り下げたままにします。';
			found.push({ line, column: null, kind: 'withdrawn', found: before.name, message });
			return [{ ...item, content: before, revision: base, outcome: 'withdrawn', fields: [] }];
		}
		const unchanged = { ...item, content: before, revision: base, fields: [] };
		const last = format.repeats && match.imported !== base ? read.get(match.imported ?? 0) : null;
		if (last) {
			const again = format.readOnto(reading, last, context).content;
			if (again && contentHash(again) === contentHash(last)) {
				return [{ ...unchanged, outcome: 'unchanged' }];
			}
		}
		const onto = format.readOnto(reading, before, context);
		if (!onto.content) {
			problems.push(...onto.problems);
			return [];
		}
		const { content, kept } = keepForStaff(onto.content, before);
		for (const way of kept) {
			const message =
				'職員だけにしてある連絡先です。職員だけのままにします。公開してよいときは、編集室で変えてください。';
			found.push({ line, column: null, kind: 'withheld', found: way, message });
		}
		for (const schedule of content.schedules) {
			if (!hasRules(schedule) || !isParted(schedule)) continue;
			const message = 'ことばが変わったので、くりかえしを確かめるまで日付は出しません。';
			found.push({ line, column: 'いつ', kind: 'hours', found: schedule.text, message });
		}
		if (contentHash(content) === contentHash(before)) {
			return [{ ...unchanged, outcome: 'unchanged' }];
		}
		const fields = comparePublic(publicContent(before), publicContent(content), known);
		const titles = fields.map(({ title }) => title);
		return [
			{
				...item,
				content,
				revision: null,
				outcome: 'changed',
				fields: titles.length > 0 ? titles : ['職員だけの項目']
			}
		];
	});
	progress('compare', readings.length, readings.length);
	const matched = new Set([...matches.values()].map((one) => one.id));
	return { items, matched, warnings: found, problems };
}
