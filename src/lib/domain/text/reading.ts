import { toHiragana } from 'wanakana';
import { normalise } from './normalise.ts';
import { vowelOf } from './vowels.ts';

const alike: Record<string, string> = { づ: 'ず', ぢ: 'じ', を: 'お', ゔ: 'ぶ' };

export const isKana = (folded: string): boolean => /^[ぁ-ゖ]+$/.test(folded);

/** Kana as it sounds: とうきょう, トーキョー and the ときょ of a careless romaji are one. */
export function soundOf(kana: string): string {
	let sound = '';
	let vowel = '';
	for (const one of normalise(kana)) {
		const isLong =
			(one === vowel && /[あいうえお]/.test(one)) ||
			(one === 'う' && vowel === 'お') ||
			(one === 'い' && vowel === 'え');
		if (isLong) continue;
		sound += alike[one] ?? one;
		vowel = vowelOf(one);
	}
	return sound;
}

/** The kana that a word in Latin letters may spell: honya is ほんや or ほにゃ. */
export function kanaOfRomaji(word: string): string[] {
	const latin = word.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[’‐]/g, "'");
	if (!/^[a-z][a-z'-]*[a-z-]$/.test(latin)) return [];
	const spelt = latin.replace(/m(?=[bmp])/g, 'n');
	const parted = spelt.replaceAll('-', "'");
	const found = [spelt.replace(/(?<![aeiou])-/g, "'"), parted.replace(/n(?=y)/g, "n'"), parted].map(
		(one) => toHiragana(one)
	);
	return [...new Set(found)].filter((kana) => isKana(normalise(kana)));
}

/** Half of it typed before the kana came: しにたi. */
export const mixedKana = (word: string): string => toHiragana(word.normalize('NFKC').toLowerCase());

const plain = new Map(
	[...'がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔ'].map(
		(kana) => [kana, kana.normalize('NFD')[0]!] as const
	)
);

/** Sorts by code unit as the fifty sounds go: first without the voiced marks, then with them. */
export function sortKeyOf(kana: string): string {
	const folded = normalise(kana.replace(/(.)ー/gu, (_, one: string) => one + longOf(one)));
	const voiceless = [...folded].map((one) => plain.get(one) ?? one);
	const marks = [...folded].map((one, at) =>
		one === voiceless[at] ? '0' : /[ぱぴぷぺぽ]/.test(one) ? '2' : '1'
	);
	return `${voiceless.join('')} ${marks.join('').replace(/0+$/, '')}`;
}

/** Who writes ー may mean the う of とうきょう and the い of せいかつ. */
export const withOtherVowels = (kana: string): string =>
	kana.normalize('NFKC').replace(/(.)ー+(?!$)/gu, (_, one: string) => {
		const vowel = longOf(one);
		return one + (vowel === 'お' ? 'う' : vowel === 'え' ? 'い' : vowel);
	});

const longOf = (kana: string) => vowelOf(normalise(kana));
