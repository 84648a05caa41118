import { branch } from '#lib/domain/labels/vocabulary.ts';
import type { Vocabularies } from '#lib/domain/labels/vocabulary.ts';
import { codesOf, isOnline } from '#lib/domain/listing/catalogue-document.ts';
import { regularDays } from '#lib/domain/schedule/occurrences.ts';
import type { Searched } from '../../../../bench/search-data.ts';

/** What somebody types, and what would help: one code at least of every inner list. */
export type Sentence = {
	kind: string;
	query: string;
	fits: string[][];
	/** Of the real files, not of the sample. */
	scope?: 'real';
};

/** Of the first five, so many must fit, or all there are. */
export const asked = 3;
export const shown = 5;

/** Whether a place is what the sentence asks for, by what is written in its entry. */
export function fitting(vocabularies: Vocabularies) {
	const holds = ({ content, place }: Searched, code: string): boolean => {
		const at = code.indexOf('=');
		const [facet, value] = [code.slice(0, at), code.slice(at + 1)];
		switch (facet) {
			case 'category':
				return branch(vocabularies.category, value).some((one) => content.categories.includes(one));
			case 'day':
				return regularDays(content.schedules).some((day) => day === value.slice(0, 2));
			case 'online':
				return isOnline(content);
			case 'age': {
				const age = Number(value);
				return age >= (content.ageMin ?? 0) && age <= (content.ageMax ?? Infinity);
			}
			case 'municipality':
				return place?.name.endsWith(value) ?? false;
			case 'text':
				return [
					content.name,
					content.plainName,
					content.summary,
					content.description,
					content.activities
				].some((text) => text?.includes(value));
			default:
				return codesOf(content).includes(code);
		}
	};
	return (place: Searched, { fits }: Sentence): boolean =>
		fits.every((any) => any.some((code) => holds(place, code)));
}
