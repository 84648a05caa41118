import type { Fact, Profile } from '#lib/domain/reader/profile/profile.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import { letterSizeFor, type Bulk, type LetterSize } from './letter-size.ts';

/** The long texts of the person's page, and how large everything on it can be. */
export type PersonTexts = {
	/** What it is. */
	about: string[];
	/** What is known of the first day. */
	firstVisit: Fact[];
	approach: string | null;
	access: string | null;
	/** null: they have no room. */
	size: LetterSize | null;
};

type Texts = Omit<PersonTexts, 'size'>;

/** What else stands on the page. */
export type Others = {
	notices: string[];
	who: string;
	when: string[];
	fee: string;
	eases: string;
	opening: string;
	hasMap: boolean;
};

/** In points; below `good` one would rather read less than smaller letters. */
const largest = 14;
const good = 12;
const smallest = 9;
/** Head, headings, frames and lines to write on; of drawings, QR and map, in millimetres. */
const fixed = { lines: 11.7, head: 14, map: 46 };
/** What is said where nothing is known of the first day. */
const unknownLines = 1.3;
/** Of a name that stands in larger letters, to a line. */
const nameLetters = 16;
const headLetters = 28;

export function personTexts(content: PublicContent, profile: Profile, others: Others): PersonTexts {
	const { summary, description, approach, access } = content;
	const firstVisit = profile.firstVisit.filter(({ words }) => words);
	const whole: Texts = { about: known(summary, description), firstVisit, approach, access };
	const brief: Texts = { ...whole, about: known(summary ?? description) };
	const sizeOf = (texts: Texts) => {
		const size = letterSizeFor(bulkOf(texts, { content, profile, others }), largest);
		return size && size >= smallest ? size : null;
	};
	const size = sizeOf(whole);
	return size && size >= good ? { ...whole, size } : { ...brief, size: sizeOf(brief) };
}

const known = (...texts: (string | null)[]): string[] => texts.filter((text) => text !== null);

function bulkOf(
	{ about, firstVisit, approach, access }: Texts,
	{ content, profile, others }: { content: PublicContent; profile: Profile; others: Others }
): Bulk {
	const { notices, who, when, fee, eases, opening, hasMap } = others;
	const { name, plainName, organization } = content;
	const { ways, address, withheld } = profile;
	// One line of each is counted with the head.
	const longer = known(plainName, organization?.name ?? null).map((text) =>
		text.slice(headLetters)
	);
	return {
		wide: [...longer.filter(Boolean), ...known(...notices, ...about, approach, opening)],
		rows: [who, when.join('\n'), fee, eases, ...firstVisit.map(({ words }) => words ?? '')],
		points: ways.map(({ words, note }) => [words, note].filter(Boolean).join('　')),
		aside: [...known(address, withheld, access), '', '', '', ''],
		others:
			fixed.lines +
			(firstVisit.length > 0 ? 0 : unknownLines) +
			(name.length / nameLetters) * 1.7 +
			(plainName ? 1 : 0),
		drawings: fixed.head,
		map: hasMap ? fixed.map : 0
	};
}
