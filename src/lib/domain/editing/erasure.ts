import type { Content } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import type { ResourceFields } from './form/shape.ts';

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

type Named = Record<'name' | 'kana' | 'plainName', string | null>;
const namesOf = ({ name, kana, plainName }: Named): string[] =>
	known([name, kana, plainName], 1).map(folded);

/** Numbers and addresses; 「直接お越しください」 is none. */
const waysOf = ({ phones, contacts }: Content): string[] => [
	...phones.map(({ number }) => number),
	...contacts.flatMap(({ kind, value }) => (kind === 'visit' ? [] : [value]))
];

/** Those that hardly another place has, and long enough to be told from other words. */
export const ownWords = (content: Content): string[] => [
	...known([content.name, content.plainName], shortestName),
	...known(waysOf(content), shortest)
];

const folded = (text: string) =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s()‐‑–—−-]/g, '');
const digitsOf = (text: string) => text.normalize('NFKC').replace(/\D/g, '');
const fewestDigits = 6;

/**
 * Whether what somebody types of a new place is about this one: its name, or a way to reach it, stands
 * there. A name too short to be told from other words counts among names alone, a number however it is
 * written.
 */
export function isAbout(content: Content): (fields: ResourceFields) => boolean {
	const names = namesOf(content);
	const words = known([...names, ...waysOf(content).map(folded)], shortest);
	const numbers = known(waysOf(content).map(digitsOf), fewestDigits);
	const isNamed = (typed: string) =>
		names.some((name) => typed === name || (name.length > 2 && typed.includes(name)));
	const isReached = (typed: string) => numbers.some((number) => digitsOf(typed).includes(number));
	const isTold = (typed: string) => words.some((word) => folded(typed).includes(word));
	return (fields) =>
		namesOf(fields).some(isNamed) ||
		fields.phones.some(({ number }) => isReached(number)) ||
		fields.contacts.some(({ value }) => isReached(value)) ||
		textsIn(fields).some(isTold);
}

const textsIn = (value: unknown): string[] =>
	typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsIn);

const known = (words: (string | null | undefined)[], least: number): string[] =>
	[...new Set(words)].filter((word): word is string => (word ?? '').length >= least);
