import { parseContent, type Content } from './content.ts';

/** Stands where a person's words were. */
export const erasedWords = 'ご本人の希望により削除しました';

const unsaid = '—';

/**
 * What is left of a content whose words were erased: the sentence, and the codes that an edition is
 * put together from. Everything that is not named here is gone.
 */
export function erased(content: Content): Content {
	const { categories, precision, operation, location, consents } = content;
	const left = parseContent({
		name: erasedWords,
		categories,
		precision,
		operation,
		location: { municipality: location.municipality },
		consents: consents.map(({ channel }) => ({ channel, givenBy: unsaid, how: unsaid }))
	});
	if ('issues' in left) throw new Error(left.issues.map(({ path }) => path).join());
	return left.value;
}

const shortest = 4;
/** A name tells more: 「こかげ」 in a reason is that place. */
const shortestName = 3;

/** Words of a content by which somebody could be known again. */
export function tellingWords({
	name,
	kana,
	plainName,
	organization,
	location,
	phones,
	contacts
}: Content): string[] {
	const words = [
		kana,
		organization?.name,
		location.street,
		location.building,
		...phones.map(({ number }) => number),
		...contacts.map(({ value }) => value)
	];
	return [...known([name, plainName], shortestName), ...known(words, shortest)];
}

/** Those that no other place has: what is being written of a new one with them is of the same place. */
export const ownWords = ({ name, phones, contacts }: Content): string[] => [
	...known([name], shortestName),
	...known([...phones.map(({ number }) => number), ...contacts.map(({ value }) => value)], shortest)
];

const known = (words: (string | null | undefined)[], least: number): string[] =>
	[...new Set(words)].filter((word): word is string => (word ?? '').length >= least);
