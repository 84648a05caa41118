import { weekdayName } from '#lib/domain/calendar/calendar.ts';
import { weekdays, type Weekday } from '#lib/domain/calendar/weekday.ts';
import { boundsText, parseBounds, type Bounds } from '#lib/domain/map/bounds.ts';
import { needsAll } from './conditions.ts';
import { label, type Vocabularies, type VocabularyName } from '#lib/domain/labels/vocabulary.ts';

/** Facets in the order in which the form shows them; each is a repeatable key of the address. */
export const facets = [
	'category',
	'need',
	'audience',
	'ease',
	'municipality',
	'fee',
	'day',
	'online',
	'region'
] as const;

/** Those that mean something where there is one region only. */
export const withinRegion = facets.filter((facet) => facet !== 'region');

export const sorts = ['kana', 'municipality', 'checked'] as const;

export type Facet = (typeof facets)[number];
export type Sort = (typeof sorts)[number];
/** How the same list is looked at. */
export type View = 'list' | 'map';

/** One value with three readings: which documents (`catalogue.ts`), the address, and the sentence. */
export type Filter = {
	/** As typed, at most `maxWords` characters. */
	q: string;
	chosen: Record<Facet, string[]>;
	sort: Sort;
	page: number;
	/** Take no word of `q` for a town or a category. */
	literal: boolean;
	/** Only together with one `region`: search what that edition printed. */
	year: number | null;
	/** Only what has an exact place within. */
	bbox: Bounds | null;
	view: View;
};

/** What a filter's codes are called; `municipality` and `region` by code. */
export type FilterNames = {
	vocabularies: Vocabularies;
	municipalities: Map<string, string>;
	regions: Map<string, string>;
};

export const maxWords = 100;
const maxChoices = 40;
const maxPage = 10_000;

export const facetTitles: Record<Facet, string> = {
	category: 'どんなところ',
	need: 'どうしたい',
	audience: 'だれのため',
	ease: '参加しやすさ',
	municipality: '市区町村',
	fee: '費用',
	day: '曜日',
	online: 'オンライン',
	region: '地域'
};

const vocabularyOf: Partial<Record<Facet, VocabularyName>> = {
	category: 'category',
	need: 'need',
	audience: 'audience',
	ease: 'ease',
	fee: 'fee'
};

/** Never fails: what cannot be read is as if it had not been said. */
export function parseFilter(params: URLSearchParams): Filter {
	const chosen = Object.fromEntries(
		facets.map((facet) => [
			facet,
			[...new Set(params.getAll(facet))]
				.filter((code) => /^[a-z0-9-]{1,40}$/.test(code))
				.slice(0, maxChoices)
		])
	) as Record<Facet, string[]>;
	const page = Number(params.get('page') ?? 1);
	const year = Number(params.get('year') ?? NaN);
	return {
		q: [...(params.get('q') ?? '').toWellFormed()].slice(0, maxWords).join('').trim(),
		chosen,
		sort: sorts.find((sort) => sort === params.get('sort')) ?? 'kana',
		literal: params.get('literal') === 'yes',
		page: Number.isInteger(page) && page >= 1 && page <= maxPage ? page : 1,
		year: Number.isInteger(year) && year >= 1900 && year <= 2999 ? year : null,
		bbox: parseBounds(params.get('bbox')),
		view: params.get('view') === 'map' ? 'map' : 'list'
	};
}

/** The query string, always in the same order, `''` or beginning with `?`. */
export function filterAddress(filter: Filter): string {
	const params = new URLSearchParams();
	if (filter.q) params.append('q', filter.q);
	if (filter.q && filter.literal) params.append('literal', 'yes');
	if (filter.year !== null) params.append('year', String(filter.year));
	for (const facet of facets) {
		for (const code of filter.chosen[facet]) params.append(facet, code);
	}
	if (filter.bbox) params.append('bbox', boundsText(filter.bbox));
	if (filter.view === 'map') params.append('view', 'map');
	if (filter.sort !== 'kana') params.append('sort', filter.sort);
	if (filter.page > 1) params.append('page', String(filter.page));
	const query = params.toString();
	return query && `?${query}`;
}

export const isFiltered = (filter: Filter): boolean =>
	filter.q !== '' ||
	filter.bbox !== null ||
	facets.some((facet) => filter.chosen[facet].length > 0);

export function withChosen(filter: Filter, facet: Facet, codes: string[]): Filter {
	return { ...filter, page: 1, chosen: { ...filter.chosen, [facet]: codes } };
}

export function without(filter: Filter, facet: Facet, code: string): Filter {
	return withChosen(
		filter,
		facet,
		filter.chosen[facet].filter((chosen) => chosen !== code)
	);
}

/** What a choice is called: 「居場所」「さくら市」「土曜」. */
export function choiceName(facet: Facet, code: string, names: FilterNames): string {
	const vocabulary = vocabularyOf[facet];
	if (vocabulary) return label(names.vocabularies, vocabulary, code);
	switch (facet) {
		case 'municipality':
			return names.municipalities.get(code) ?? code;
		case 'region':
			return names.regions.get(code) ?? code;
		case 'day':
			return isWeekday(code) ? `${weekdayName(code)}曜` : code;
		default:
			return 'オンラインで参加できる';
	}
}

/** 「さくら市かもみじ町で、居場所を探しました。条件：予約不要・無料。」: what was looked for, as a person would say it. */
export function filterSentence(filter: Filter, names: FilterNames): string {
	const { where, category, others } = spokenOf(filter, names);
	const words = filter.q && `「${filter.q}」に合う`;
	const within = filter.bbox ? '地図の範囲で、' : '';
	if (!where && !category && others.length === 0 && !words && !within) return '';
	const conditions = others.length > 0 ? `条件：${others.join('・')}。` : '';
	return `${where && `${where}で、`}${within}${words}${category || 'ところ'}を探しました。${conditions}`;
}

/** 「さくら市・居場所・予約不要」: the same as a list of conditions. */
export function filterWords(filter: Filter, names: FilterNames): string {
	const { where, category, others } = spokenOf(filter, names);
	const words = filter.q && `「${filter.q}」`;
	return [where, filter.bbox && '地図の範囲', words, category, ...others]
		.filter(Boolean)
		.join('・');
}

function spokenOf({ chosen }: Filter, names: FilterNames) {
	const spoken = (facet: Facet) =>
		chosen[facet].map((code) => choiceName(facet, code, names)).join(needsAll(facet) ? 'と' : 'か');
	return {
		where: spoken('municipality') || spoken('region'),
		category: spoken('category'),
		others: (['need', 'audience', 'ease', 'fee', 'day', 'online'] as const)
			.map(spoken)
			.filter(Boolean)
	};
}

function isWeekday(code: string): code is Weekday {
	return (weekdays as readonly string[]).includes(code);
}
