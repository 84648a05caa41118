import type { Choice } from '#lib/domain/listing/listing.ts';

const few = 12;
const main = 8;

const restTitles: Record<string, string> = {
	category: 'もっと細かく',
	municipality: 'ほかの市区町村',
	region: 'ほかの地域'
};

/**
 * A long group is shown in two parts: wider terms before narrower ones, places with more before
 * places with less; places with nothing come last. Being chosen moves nothing, so that the focus stays
 * where it is.
 */
export function inTwo(
	facet: string,
	choices: Choice[]
): { main: Choice[]; rest: Choice[]; title: string } {
	const isOfPlaces = facet === 'municipality' || facet === 'region';
	const all = isOfPlaces
		? choices.toSorted((a, b) => Number(!a.count) - Number(!b.count))
		: choices;
	const split = (isMain: (choice: Choice) => boolean) => ({
		main: all.filter(isMain),
		rest: all.filter((choice) => !isMain(choice)),
		title: restTitles[facet] ?? 'ほかの条件'
	});
	if (all.length <= few) return split(() => true);
	if (all.some((choice) => choice.narrower)) return split((choice) => !choice.narrower);
	const first = isOfPlaces ? all.toSorted((a, b) => b.count - a.count) : all;
	const shown = new Set(first.slice(0, main));
	return split((choice) => shown.has(choice));
}
