import type { Handout } from './contents.ts';
import { letterSizeFor, type LetterSize } from './letter-size.ts';

/** Of the supporter's page; in lines: its headings, and sentences that are always there. */
const fixedLines = 19;
const nameLetters = 28;
const byLetters = 30;
const largest = 11;

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
	const { who, ways, firstVisit, intake, checked, fee, eases, accessibility } = profile;
	const notes = [
		...ways.map(({ title, note }) => note && `${title}：${note}`),
		firstVisit[0]?.words
	];
	const bulk = {
		wide: [referral ?? ''],
		rows: [
			...who.map(({ words }) => words ?? ''),
			...[intake, checked, fee].map((words) => words ?? ''),
			notes.filter(Boolean).join('\n'),
			...[eases.yes, eases.no, accessibility].map((words) => words.join('・'))
		],
		points: [
			...questions.supporter,
			...alternatives.flatMap(({ name, about, next, way }) => [
				name + about,
				[way?.words, next].join('／')
			])
		],
		aside: [],
		others:
			fixedLines + Math.floor(title.length / nameLetters) * 1.4 + Math.floor(by.length / byLetters),
		drawings: 0,
		map: 0
	};
	return letterSizeFor(bulk, largest);
}
