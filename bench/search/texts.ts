import { lineage } from '#lib/domain/labels/vocabulary.ts';
import { vocabularies, type Searched } from '../search-data.ts';

/** The four texts of a resource that every engine is given. */
export type Texts = { name: string; kana: string; tags: string; text: string };

/** `tags` hold what the vocabularies say of its category, their synonyms included. */
export function textsOf({ content, place }: Searched): Texts {
	const terms = (name: 'category' | 'need' | 'audience' | 'ease', codes: string[]) =>
		codes
			.flatMap((code) => lineage(vocabularies[name], code))
			.flatMap((code) => vocabularies[name].get(code) ?? []);
	const eases = Object.keys(content.eases).filter((code) => content.eases[code] === 'yes');
	const labels = [
		...terms('need', content.needs),
		...terms('audience', content.audiences),
		...terms('ease', eases)
	].map(({ label }) => label);
	const categories = terms('category', content.categories).flatMap(
		({ label, plain, kana, synonyms }) => [label, plain, kana, ...synonyms]
	);
	const { name, kana, plainName, organization, summary, description, activities } = content;
	const lines = (texts: (string | null | undefined)[]) => texts.filter(Boolean).join('\n');
	return {
		name: lines([name, plainName]),
		kana: lines([kana]),
		tags: lines([organization?.name, place?.name, place?.kana, ...categories, ...labels]),
		text: lines([summary, description, activities])
	};
}

/** Every two letters in a row; a single letter as it is. */
export function bigrams(text: string): string[] {
	return text.split(/[\s\n]+/u).flatMap((word) => {
		const letters = [...word];
		return letters.length < 2
			? letters.filter(Boolean)
			: letters.slice(1).map((letter, at) => letters[at]! + letter);
	});
}

/** Only what every engine's own user would do: width and case. */
export const plainly = (text: string) => text.normalize('NFKC').toLowerCase();
