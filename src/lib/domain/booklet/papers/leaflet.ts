import { dateWords } from '#lib/domain/calendar/calendar.ts';
import type { Ruby } from '#lib/domain/reader/profile/ruby.ts';
import {
	contactHref,
	contactsForAll,
	firstOf,
	standOf,
	wayWords,
	type Contact
} from '#lib/domain/search/crisis/contact.ts';
import type { BookletEntry, BookletMap } from '#lib/domain/booklet/booklet.ts';

/** A region on one sheet of A4 that is folded to eight pages. */
export type Leaflet = {
	/** Of the document. */
	title: string;
	region: { name: Ruby; isSample: boolean };
	colour: string;
	/** 「2026年度版」; null: what is there now. */
	edition: string | null;
	/** Sentences of the cover. */
	lead: string[];
	total: number;
	wishes: Counted[];
	categories: (Counted & { symbol: string })[];
	towns: Counted[];
	/** Where else it can be used: 「オンライン」 and the like have no town. */
	map: BookletMap | null;
	windows: LeafletWindow[];
	crisis: { contacts: CrisisLine[]; stand: string };
	/** Of its QR code, and written out. */
	address: string;
	credits: string[];
	funding: string | null;
};

export type Counted = { words: string; count: number };
export type LeafletWindow = Pick<BookletEntry, 'name' | 'notice' | 'when' | 'contacts'>;
export type CrisisLine = {
	name: string;
	/** 「チャット」 */
	way: string;
	at: string;
	/** For who reads the file on a screen. */
	link: string;
	hours: string;
	for: string;
};

/** Enough for a tired person, in writing first, and a number for an emergency. */
export function crisisOf(contacts: readonly Contact[]): Leaflet['crisis'] {
	const all = contactsForAll(contacts);
	const first = firstOf(all);
	const emergency = all.filter(({ way }) => way === 'emergency').slice(0, 1);
	const shown = [...first, ...emergency];
	const { on, isConfirmed } = standOf(shown);
	const how = isConfirmed ? '窓口のページと見くらべた' : '書いた';
	return {
		contacts: shown.map((contact) => ({
			...{ name: contact.name, way: wayWords[contact.way], at: spokenAddress(contact.at) },
			...{ link: contactHref(contact), hours: contact.hours, for: contact.for }
		})),
		stand: `番号と時間は、${dateWords(on)}に${how}ものです。変わっていることがあります。`
	};
}

/** As it is typed into a browser. */
const spokenAddress = (at: string): string =>
	at.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '');
