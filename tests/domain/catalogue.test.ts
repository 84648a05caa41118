import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueOf, select, type CatalogueDocument } from '#lib/domain/catalogue.ts';
import { facets, parseFilter, type Facet } from '#lib/domain/filter.ts';
import { searchText } from '#lib/domain/search/match.ts';

const codes = ['a', 'b', 'c', 'd'];
const few = fc.subarray(codes);

const document = fc.record({
	category: few,
	ease: few,
	municipality: fc.subarray(codes, { maxLength: 1 }),
	name: fc.constantFrom('ひだまり', 'こもれび', 'はるか'),
	checkedOn: fc.option(fc.constantFrom('2026-01-01', '2026-02-01'))
});

const documents = fc.array(document, { maxLength: 80 }).map((list) =>
	list.map(({ category, ease, municipality, name, checkedOn }, i): CatalogueDocument => {
		const none: Record<Facet, string[]> = Object.fromEntries(
			facets.map((facet) => [facet, [] as string[]])
		) as Record<Facet, string[]>;
		return {
			revision: i,
			resource: String(i),
			sortKey: name,
			codes: { ...none, category, ease, municipality },
			checkedOn,
			text: searchText([name], [])
		};
	})
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
				const fits = (one: CatalogueDocument, except?: Facet) =>
					(q === '' || one.text.name.includes(q)) &&
					(Object.keys(chosen) as (keyof typeof chosen)[]).every(
						(facet) =>
							facet === except ||
							chosen[facet].length === 0 ||
							chosen[facet].some((code) => one.codes[facet].includes(code))
					);
				// The words stand or fall as a whole: with no exact match the fuzzy list stands in.
				fc.pre(q === '' || list.some((one) => one.text.name.includes(q)));
				const found = select(catalogueOf(list), filter);
				expect(found.total).toBe(list.filter((one) => fits(one)).length);
				for (const facet of ['category', 'ease', 'municipality'] as const) {
					for (const code of codes) {
						const expected = list.filter(
							(one) => fits(one, facet) && one.codes[facet].includes(code)
						).length;
						expect(found.counts[facet].get(code) ?? 0).toBe(expected);
					}
				}
			}),
			{ numRuns: 300 }
		);
	});

	const named = (...names: [string, string?, string?][]) =>
		catalogueOf(
			names.map(([sortKey, municipality, checkedOn], i) => ({
				revision: i,
				resource: sortKey,
				sortKey,
				codes: {
					...(Object.fromEntries(facets.map((facet) => [facet, []])) as unknown as Record<
						Facet,
						string[]
					>),
					municipality: municipality ? [municipality] : []
				},
				checkedOn: checkedOn ?? null,
				text: searchText([sortKey], [])
			}))
		);
	const order = (catalogue: ReturnType<typeof named>, query: string) =>
		select(catalogue, parseFilter(new URLSearchParams(query))).page.map((one) => one.resource);

	it('sorts by kana in the order of the fifty sounds', () => {
		const catalogue = named(['わかば'], ['ガーデン'], ['かえで'], ['あさひ'], ['がっこう']);
		expect(order(catalogue, '')).toEqual(['あさひ', 'ガーデン', 'かえで', 'がっこう', 'わかば']);
	});

	it('sorts by municipality with places without one last, and by the newest check', () => {
		const catalogue = named(['い', '102024', '2026-01-01'], ['あ'], ['う', '102016', '2026-03-01']);
		expect(order(catalogue, 'sort=municipality')).toEqual(['う', 'い', 'あ']);
		expect(order(catalogue, 'sort=checked')).toEqual(['う', 'い', 'あ']);
	});

	it('shows the last page when a later one is asked for', () => {
		const catalogue = named(...Array.from({ length: 31 }, (_, i): [string] => [`あ${i}`]));
		const found = select(catalogue, parseFilter(new URLSearchParams('page=99')));
		expect([found.pageNumber, found.pages, found.page.length]).toEqual([2, 2, 1]);
	});
});
