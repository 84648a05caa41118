import { easeWords } from '#lib/domain/labels/vocabulary.ts';
import type { Names } from '#lib/domain/listing/row.ts';
import { profileOf, type Fact, type Profile } from '#lib/domain/reader/profile/profile.ts';
import type { PublicResource } from '#lib/domain/reader/profile/public-resource.ts';
import type { Way } from '#lib/domain/reader/profile/ways.ts';
import { nowAndNext } from '#lib/domain/schedule/open-now.ts';

/** A place at the head of its column. */
export type Compared = {
	id: string;
	region: { slug: string; name: string; fictional: boolean };
	name: string;
	kana: string | null;
	/** 「居場所・さくら市」 */
	about: string;
};

export type Ease = { answer: 'yes' | 'no' | 'unknown'; label: string };
/** null is shown as 未確認. */
export type Cell = { lines?: string[]; facts?: Fact[]; ways?: Way[]; eases?: Ease[] } | null;

/** Places side by side: of each the same questions in the same order. */
export type Comparison = {
	places: Compared[];
	/** What stands in the way of going now; null where nothing does. */
	notices: Cell[] | null;
	rows: { title: string; cells: Cell[] }[];
	/** Titles of what nobody knows of any of them. */
	unknown: string[];
};

/** `names` of the region that it is in: a device knows only those. */
export type Source = {
	resource: Pick<PublicResource, 'id' | 'content' | 'verification' | 'row' | 'next'> & {
		region: Compared['region'];
	};
	names: Names;
};
type Told = Source & { profile: Profile };

const questions: [title: string, answer: (told: Told, all: Told[]) => Cell][] = [
	['どんなところ', ({ resource: { content } }) => said(content.summary ?? content.description)],
	['いつ', whenOf],
	[
		'だれが',
		({ resource: { row }, profile }) => said(row.who, factIn(profile.who, '住んでいる所'))
	],
	['費用', ({ profile }) => said(profile.fee)],
	['受け入れ', ({ profile }) => said(profile.intake)],
	['場所', placeOf],
	['はじめて行く日', firstVisitOf],
	['連絡', contactOf],
	['参加しやすさ', easesOf],
	['つなぎ方', ({ resource: { content } }) => said(content.referral)],
	['確認', ({ profile }) => said(profile.checked)]
];

/** `today` in Japan. */
export function comparisonOf(sources: readonly Source[], today: string): Comparison {
	const all = sources.map((source) => ({
		...source,
		profile: profileOf(source.resource, source.names, today)
	}));
	const rows = questions.map(([title, answer]) => ({
		title,
		cells: all.map((told) => answer(told, all))
	}));
	const isKnown = ({ cells }: { cells: Cell[] }) => cells.some((cell) => cell !== null);
	const notices = all.map(({ profile: { notices, alert } }) => said(...notices, alert));
	return {
		places: all.map(comparedOf),
		notices: notices.some((cell) => cell !== null) ? notices : null,
		rows: rows.filter(isKnown),
		unknown: all.length === 0 ? [] : rows.filter((row) => !isKnown(row)).map(({ title }) => title)
	};
}

function comparedOf({ resource: { id, region, row } }: Told): Compared {
	const { slug, name, fictional } = region;
	return {
		id,
		region: { slug, name, fictional },
		name: row.name,
		kana: row.kana,
		about: `${row.category}・${row.place}`
	};
}

function said(...lines: (string | null | undefined)[]): Cell {
	const known = lines.filter((line): line is string => Boolean(line));
	return known.length > 0 ? { lines: known } : null;
}

const factIn = (facts: Fact[], title: string) => facts.find((fact) => fact.title === title)?.words;

function whenOf({ resource: { row, next } }: Told): Cell {
	const dates = nowAndNext(next);
	return said(
		row.when,
		...dates.now.map((words) => `きょう：${words}`),
		...dates.next.slice(0, 2).map((words) => `次は：${words}`)
	);
}

function placeOf({ resource: { content, row }, profile }: Told): Cell {
	const where =
		profile.address ?? (profile.withheld || !content.place.municipality ? null : row.place);
	return said(where, profile.withheld, profile.withheld ? null : content.access);
}

function firstVisitOf({ profile }: Told): Cell {
	const facts = profile.firstVisit.filter(({ words }) => words);
	return facts.length > 0 ? { facts } : null;
}

function contactOf({ resource: { content }, profile: { ways } }: Told): Cell {
	const told = said(content.approach);
	return ways.length > 0 ? { ...told, ways } : told;
}

/** Those that any of them has answered, in one order, so that the same one stands at the same height. */
function easesOf({ resource: { content }, names }: Told, all: Told[]): Cell {
	const asked = [...names.vocabularies.ease.values()].filter(({ code }) =>
		all.some(({ resource }) => code in resource.content.eases)
	);
	if (asked.every(({ code }) => !(code in content.eases))) return null;
	return {
		eases: asked.map((term) => {
			const answer = content.eases[term.code] ?? 'unknown';
			return { answer, label: easeWords(term, answer) };
		})
	};
}
