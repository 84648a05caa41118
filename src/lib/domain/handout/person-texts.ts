import type { Fact, Profile } from '#lib/domain/profile.ts';
import type { PublicContent } from '#lib/domain/publication.ts';
import { letterSizeFor, shortened, type LetterSize } from './letter-size.ts';
import type { Opening } from './opening.ts';

/** The long texts of the person's page, and how large everything on it can be. */
export type PersonTexts = {
	/** What it is. */
	about: string[];
	/** What is known of the first day. */
	firstVisit: Fact[];
	approach: string | null;
	access: string | null;
	size: LetterSize;
};

const shortDescription = 180;
const most = { about: 200, fact: 110, approach: 180, access: 120 };

export function personTexts(
	content: PublicContent,
	profile: Profile,
	opening: Opening
): PersonTexts {
	const whole = {
		about: aboutOf(content),
		firstVisit: profile.firstVisit.filter(({ words }) => words),
		approach: content.approach,
		access: content.access
	};
	const others = [
		content.name,
		content.plainName,
		content.feeNote,
		opening.words,
		profile.alert,
		profile.address,
		profile.withheld,
		...profile.notices,
		...content.schedules.map(({ text }) => text),
		...profile.ways.flatMap(({ words, note }) => [words, note])
	];
	const sizeOf = ({ about, firstVisit, approach, access }: typeof whole) =>
		letterSizeFor([...others, ...about, ...firstVisit.map(({ words }) => words), approach, access]);
	const size = sizeOf(whole);
	if (size) return { ...whole, size };
	const cut = (text: string | null, length: number) => text && shortened(text, length);
	const less = {
		about: whole.about.map((text) => shortened(text, most.about)),
		firstVisit: whole.firstVisit.map(({ title, words }) => ({
			title,
			words: cut(words, most.fact)
		})),
		approach: cut(content.approach, most.approach),
		access: cut(content.access, most.access)
	};
	return { ...less, size: sizeOf(less) ?? 'small' };
}

/** In one line where there is one; the longer words too, as long as they are few. */
function aboutOf({ summary, description }: PublicContent): string[] {
	const isShort = description !== null && [...description].length <= shortDescription;
	return [summary, !summary || isShort ? description : null].filter((text) => text !== null);
}
