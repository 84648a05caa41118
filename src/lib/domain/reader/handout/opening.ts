import type { PublicContent } from '#lib/domain/resource/publication.ts';
import type { Purpose } from '#lib/domain/reader/profile/purpose.ts';
import type { Way } from '#lib/domain/reader/profile/ways.ts';

/** Who speaks or writes. */
export const speakers = ['person', 'family', 'supporter'] as const;
export type Speaker = (typeof speakers)[number];

export const speakerNames: Record<Speaker, string> = {
	person: '本人から',
	family: '家族から',
	supporter: '支援者から'
};

export const isSpeaker = (text: string | null): text is Speaker =>
	(speakers as readonly (string | null)[]).includes(text);

/** A place for families alone is asked by them. */
export function speakerOf({ audiences }: Pick<PublicContent, 'audiences'>): Speaker {
	const isForPerson = audiences.some((code) => code !== 'family' && code !== 'supporter');
	return audiences.includes('family') && !isForPerson ? 'family' : 'person';
}

/** How the first sentence gets there. */
export type Manner = '話す' | '書く' | '見せる';

/** The first sentence to say, to write or to show. */
export type Opening = { manner: Manner; words: string };

/** Of the ways the first counts: they stand in the order in which no voice is needed. */
export function openingOf(
	ways: readonly Pick<Way, 'kind'>[],
	{ speaker, purpose, isOnline }: { speaker: Speaker; purpose: Purpose; isOnline: boolean }
): Opening {
	const manner = mannerOf(ways, isOnline);
	const seen = '「地域資源ブックマーク」を見て';
	const family = speaker === 'family' ? '家族のことです。' : '';
	const ask = `${purpose}のことを教えてください。`;
	switch (manner) {
		case '書く':
			return {
				manner,
				words: `${seen}書いています。${family}${ask}返事は、メールか文字でもらえると助かります。`
			};
		case '話す':
			return {
				manner,
				words: `${seen}電話しました。${family}話すのが苦手なので、ゆっくりお願いします。${ask}`
			};
		case '見せる':
			return {
				manner,
				words: `${seen}来ました。${family}話すのが苦手なので、ゆっくりか、筆談でお願いします。`
			};
	}
}

/** Where nobody is met, nothing can be shown. */
function mannerOf(ways: readonly Pick<Way, 'kind'>[], isOnline: boolean): Manner {
	switch (ways[0]?.kind) {
		case undefined:
		case 'visit':
			return isOnline ? '書く' : '見せる';
		case 'voice':
			return '話す';
		default:
			return '書く';
	}
}
