import fc from 'fast-check';
import { select, type Catalogue } from '#lib/domain/listing/catalogue.ts';
import { presentIn } from '#lib/domain/listing/choices.ts';
import { needsAll } from '#lib/domain/search/conditions.ts';
import {
	facets,
	filterAddress,
	parseFilter,
	withChosen,
	type Filter
} from '#lib/domain/search/filter.ts';

/** Names, words that few or many places have, sentences, slips, nothing at all. */
const words = [
	'',
	'',
	'',
	'いばしょ',
	'相談',
	'家族',
	'電話が怖い',
	'話を聴いてほしい',
	'ひだまい'
];
const boxes = [null, null, { west: 139, south: 35, east: 139.5, north: 37 }];

/** Any filter that a reader can put together over these places. */
export function askedOf(catalogue: Catalogue): fc.Arbitrary<Filter> {
	const choices = facets.flatMap((facet) =>
		presentIn(catalogue, facet).map((code) => ({ facet, code }))
	);
	return fc
		.record({
			q: fc.constantFrom(...words),
			bbox: fc.constantFrom(...boxes),
			chosen: fc.subarray(choices, { maxLength: 4 })
		})
		.map(({ q, bbox, chosen }) =>
			chosen.reduce(
				(filter, { facet, code }) => withChosen(filter, facet, [...filter.chosen[facet], code]),
				{ ...parseFilter(new URLSearchParams({ q })), bbox }
			)
		);
}

/** Further choices that find more than there was before, or not as many as was told beside them. */
export function wideningsOf(catalogue: Catalogue, filter: Filter): string[] {
	const before = select(catalogue, filter);
	return facets.flatMap((facet) => {
		const chosen = filter.chosen[facet];
		if (chosen.length > 0 && !needsAll(facet)) return [];
		return presentIn(catalogue, facet)
			.filter((code) => !chosen.includes(code))
			.flatMap((code) => {
				const further = withChosen(filter, facet, [...chosen, code]);
				const { total } = select(catalogue, further, []);
				const told = before.counts[facet].get(code) ?? 0;
				return total <= before.total && total === told
					? []
					: [`${filterAddress(further)}: ${before.total}, ${told} told, ${total} found`];
			});
	});
}
