import { comparePublic } from '#lib/domain/editing/public-comparison.ts';
import type { Context, Finding, Format, Reading } from '#lib/domain/formats/format.ts';
import type { Conflict } from '#lib/domain/formats/preview/preview.ts';
import { mergeThree, withFields } from '#lib/domain/formats/preview/three-way.ts';
import type { Names } from '#lib/domain/listing/row.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { keepForStaff } from '#lib/domain/resource/staff-only.ts';
import { hasRules, isParted } from '#lib/domain/schedule/binding.ts';
import { contentHash } from '#lib/server/database/hash.ts';

/** A row beside the resource that it is. */
export type Pair = {
	reading: Reading;
	/** The revision that the row is compared with and adds to. */
	before: Content;
	/** What the newest import said, where that is another one. */
	imported: Content | null;
	/** The revision that the file was made from, where that is another one. */
	origin: Content | null;
};

export type Compared =
	| { problems: Finding[] }
	| { content: Content; fields: string[]; conflicts: Conflict[]; findings: Finding[] };

type Tools = {
	format: Format;
	context: Context;
	names: Names;
	/** What whoever sent the file may see of a content: they learn of nothing else, and change nothing else. */
	shown: (content: Content) => Content;
};
/** `theirs`: in conflicts the file counts. `fields`: only these are taken. */
export type Choice = { theirs?: boolean; fields?: readonly string[] | undefined };

/** What a row makes of a resource; without fields that differ, the content is that of before. */
export function compareRow(
	pair: Pair,
	{ format, context, names, shown }: Tools,
	{ theirs = false, fields }: Choice = {}
): Compared {
	const { reading, imported } = pair;
	const before = shown(pair.before);
	const origin = pair.origin && shown(pair.origin);
	const unchanged = { content: before, fields: [], conflicts: [], findings: [] };
	if (imported) {
		const again = format.readOnto(reading, imported, context).content;
		if (again && contentHash(again) === contentHash(imported)) return unchanged;
	}
	const onto = format.readOnto(reading, origin ?? before, context);
	if (!onto.content) return { problems: onto.problems };
	const said = shown(onto.content);
	const merged = origin
		? mergeThree({ base: origin, theirs: said, mine: before }, names)
		: { content: said, conflicts: [] };
	const meant = theirs
		? withFields(
				said,
				merged.content,
				merged.conflicts.map(({ field }) => field)
			)
		: merged.content;
	const taken = fields ? withFields(said, before, fields) : meant;
	const { content, kept } = keepForStaff(taken, before);
	const findings = [...kept.map((way) => withheld(reading, way)), ...parted(reading, content)];
	const conflicts = theirs || fields ? [] : merged.conflicts;
	if (contentHash(content) === contentHash(before)) return { ...unchanged, findings, conflicts };
	const changes = comparePublic(publicContent(before), publicContent(content), names);
	const titles = changes.map(({ title }) => title);
	return {
		...{ content, conflicts, findings },
		fields: titles.length > 0 ? titles : ['職員だけの項目']
	};
}

const withheld = ({ row }: Reading, way: string): Finding => ({
	...{ line: row.line, column: null, kind: 'withheld', found: way },
	message:
		'職員だけにしてある連絡先です。職員だけのままにします。公開してよいときは、編集室で変えてください。'
});

function parted({ row }: Reading, { schedules }: Content): Finding[] {
	return schedules
		.filter((schedule) => hasRules(schedule) && isParted(schedule))
		.map(({ text }) => ({
			...{ line: row.line, column: 'いつ', kind: 'hours', found: text },
			message: 'ことばが変わったので、くりかえしを確かめるまで日付は出しません。'
		}));
}
