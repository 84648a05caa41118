import type { Handout } from './contents.ts';
import { letterSizeFor, type LetterSize } from './letter-size.ts';
import { conditionsOf, isShort, referringOf, unsaidOf } from './supporter.ts';

/** Of the supporter's page; in lines: its headings, and sentences that are always there. */
const fixedLines = 14.5;
/** Beside the code. */
const nameLetters = 21;
const byLetters = 26;
const largest = 14;

/** The largest letters with which the supporter's page stays one; null when there are none. */
export function supporterSizeOf({
	title,
	by,
	profile,
	referral,
	questions,
	alternatives
}: { title: string; by: string } & Pick<
	Handout,
	'profile' | 'referral' | 'questions' | 'alternatives'
>): LetterSize | null {
	const rows = [...referringOf(profile), ...conditionsOf(profile)].map(({ words }) => words);
	const pairs = conditionsOf(profile).filter(({ words }) => isShort(words)).length;
	const bulk = {
		wide: [referral ?? '', unsaidOf(profile) ?? ''],
		rows: [
			...profile.ways.map(({ words, note }) => (note ? `${words}（${note}）` : words)),
			...rows
		],
		points: [
			...questions.supporter,
			...alternatives.flatMap(({ name, about, next, way }) => [
				`${name}（${about}）`,
				[way && `${way.title} ${way.words}`, next && `次は ${next}`].filter(Boolean).join('／')
			])
		],
		aside: [],
		others:
			fixedLines -
			// Rarely one that stands alone.
			Math.floor(pairs / 2) * 0.9 +
			Math.floor(title.length / nameLetters) * 1.4 +
			Math.floor(by.length / byLetters),
		drawings: 0,
		map: 0
	};
	return letterSizeFor(bulk, largest);
}
