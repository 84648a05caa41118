import type { Drawing } from '#lib/domain/map/drawing.ts';
import type { Purpose } from '#lib/domain/reader/profile/purpose.ts';
import type { Profile } from '#lib/domain/reader/profile/profile.ts';
import type { Qr } from '#lib/domain/reader/profile/qr.ts';
import type { Ruby } from '#lib/domain/reader/profile/ruby.ts';
import type { LetterSize } from './letter-size.ts';
import type { Opening, Speaker } from './opening.ts';
import type { PersonTexts } from './person-texts.ts';

/** Another place for when this one is full, with one way to get in touch. */
export type Alternative = {
	name: string;
	about: string;
	next: string | null;
	way: { title: string; words: string } | null;
};

/** A term in its own words with kana over them, and in a reader's words. */
export type Said = { label: Ruby; plain: string };

/** One place on paper: what the person reads, and what the supporter does. */
export type Handout = {
	id: string;
	title: string;
	name: Ruby;
	kana: string | null;
	plainName: string | null;
	organization: Ruby | null;
	region: { slug: string; name: string };
	isSample: boolean;
	/** Absolute, of its page. */
	address: string;
	/** The same, to be typed from paper. */
	short: string;
	qr: Qr;
	categories: (Said & { symbol: string })[];
	audiences: Said[];
	ages: string | null;
	eases: Ruby[];
	fee: { label: Ruby; note: string | null } | null;
	when: string[];
	next: string[];
	/** Town, or why there is none. */
	place: string;
	texts: PersonTexts & { size: LetterSize };
	/** null: nothing of where it is may be drawn. */
	sketch: Drawing | null;
	/** Of whom the land in it is, where there is any. */
	credit: string | null;
	profile: Profile;
	/** What stands in the way of going now. */
	notices: string[];
	speaker: Speaker;
	purpose: Purpose;
	opening: Opening;
	/** The one for the pocket: to be shown on the spot, where there is a spot. */
	pocket: Opening;
	/** For whom nobody has to be named. */
	anonymous: boolean;
	referral: string | null;
	/** What to ask first. */
	questions: { supporter: string[]; person: string[] };
	alternatives: Alternative[];
	/** Of the letters of the supporter's page. */
	supporterSize: LetterSize;
};
