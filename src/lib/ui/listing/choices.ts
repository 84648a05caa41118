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
 * places with less. Being chosen moves nothing, so that the focus stays where it is.
 */
export function inTwo(
	facet: string,
	choices: Choice[]
): { main: Choice[]; rest: Choice[]; title: string } {
	const title = restTitles[facet] ?? 'ほかの条件';
	const split = (isMain: (choice: Choice) => boolean) => ({
		main: choices.filter(isMain),
		rest: choices.filter((choice) => !isMain(choice)),
		title
	});
	if (choices.length <= few) return split(() => true);
	if (choices.some((choice) => choice.narrower)) return split((choice) => !choice.narrower);
	const first =
		facet === 'municipality' || facet === 'region'
			? choices.toSorted((a, b) => b.count - a.count).slice(0, main)
			: choices.slice(0, main);
	return split((choice) => first.includes(choice));
}
