import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { select } from '#lib/domain/listing/catalogue.ts';
import { parseFilter, type Facet } from '#lib/domain/search/filter.ts';
import { memoryCatalogue } from '#lib/domain/listing/memory-catalogue.ts';
import { searchDocument } from '#lib/domain/search/index/document.ts';
import { lexiconOf } from '#lib/domain/search/lexicon.ts';
import { sortKeyOf } from '#lib/domain/text/reading.ts';
import { vocabularyNames, type Term, type Vocabularies } from '#lib/domain/labels/vocabulary.ts';

const codes = ['a', 'b', 'c', 'd'];
const few = fc.subarray(codes);

const document = fc.record({
	category: few,
	ease: few,
	municipality: fc.subarray(codes, { maxLength: 1 }),
	name: fc.constantFrom('ひだまり', 'こもれび', 'はるか'),
	checkedOn: fc.option(fc.constantFrom('2026-01-01', '2026-02-01'))
});

const term = (code: string): Term => ({
	code,
	label: code,
	plain: code,
	kana: code,
	parent: null,
	symbol: null,
	synonyms: []
});
const vocabularies = Object.fromEntries(
	vocabularyNames.map((name) => [name, new Map(codes.map((code) => [code, term(code)]))])
) as Vocabularies;
const lexicon = lexiconOf({ vocabularies, municipalities: [], synonyms: [] });

type One = {
	name: string;
	checkedOn: string | null;
	codes: Partial<Record<Facet, string[]>>;
};

const catalogueOf = (list: One[]) =>
	memoryCatalogue(
		list.map(({ name, checkedOn, codes }) => ({
			search: searchDocument(
				{ names: [name], kana: [], tags: [], texts: [] },
				Object.entries(codes).flatMap(([facet, some]) => some.map((code) => `${facet}=${code}`))
			),
			sortKey: sortKeyOf(name),
			checkedOn
		})),
		lexicon,
		vocabularies
	);

const documents = fc.array(document, { maxLength: 80 }).map((list) =>
	list.map(({ category, ease, municipality, name, checkedOn }): One => ({
		name,
		checkedOn,
		codes: { category, ease, municipality }
	}))
);

const asked = fc.record({
	category: few,
	ease: few,
	municipality: few,
	q: fc.constantFrom('', 'ひだまり', 'こもれび')
});

describe('selecting', () => {
	it('counts for every choice what choosing it would find, as reading one by one does', () => {
		fc.assert(
			fc.property(documents, asked, (list, { q, ...chosen }) => {
				const filter = parseFilter(new URLSearchParams({ q }));
				Object.assign(filter.chosen, chosen);
				const isMet = (facet: keyof typeof chosen, of: string[]) =>
					chosen[facet].length === 0 ||
					(facet === 'ease'
						? chosen[facet].every((code) => of.includes(code))
						: chosen[facet].some((code) => of.includes(code)));
				const fits = (one: One, except?: Facet) =>
					(q === '' || one.name.includes(q)) &&
					(Object.keys(chosen) as (keyof typeof chosen)[]).every(
						(facet) => (facet === except && facet !== 'ease') || isMet(facet, one.codes[facet]!)
					);
				// The words stand or fall as a whole: with no exact match the fuzzy list stands in.
				fc.pre(q === '' || list.some((one) => one.name.includes(q)));
				const found = select(catalogueOf(list), filter);
				expect(found.total).toBe(list.filter((one) => fits(one)).length);
				for (const facet of ['category', 'ease', 'municipality'] as const) {
					for (const code of codes) {
						const expected = list.filter(
							(one) => fits(one, facet) && one.codes[facet]!.includes(code)
						).length;
						expect(found.counts[facet].get(code) ?? 0).toBe(expected);
					}
				}
			}),
			{ numRuns: 300 }
		);
	});

	const named = (...places: [string, string?, string?][]) =>
		places.map(([name, municipality, checkedOn]) => ({
			name,
			checkedOn: checkedOn ?? null,
			codes: { municipality: municipality ? [municipality] : [] }
		}));
	const order = (places: One[], query: string) =>
		select(catalogueOf(places), parseFilter(new URLSearchParams(query))).page.map(
			(number) => places[number]!.name
		);

	it('sorts by kana in the order of the fifty sounds', () => {
		const places = named(['わかば'], ['ガーデン'], ['かえで'], ['あさひ'], ['がっこう']);
		expect(order(places, '')).toEqual(['あさひ', 'ガーデン', 'かえで', 'がっこう', 'わかば']);
	});

	it('sorts by municipality with places without one last, and by the newest check', () => {
		const places = named(['い', '102024', '2026-01-01'], ['あ'], ['う', '102016', '2026-03-01']);
		expect(order(places, 'sort=municipality')).toEqual(['う', 'い', 'あ']);
		expect(order(places, 'sort=checked')).toEqual(['う', 'い', 'あ']);
	});

	it('shows the last page when a later one is asked for', () => {
		const places = named(...Array.from({ length: 31 }, (_, i): [string] => [`あ${i}`]));
		const found = select(catalogueOf(places), parseFilter(new URLSearchParams('page=99')));
		expect([found.pageNumber, found.pages, found.page.length]).toEqual([2, 2, 1]);
	});
});
