import { dateWords } from '#lib/domain/calendar/calendar.ts';
import { label } from '#lib/domain/labels/vocabulary.ts';
import {
	checkedWords,
	feeWords,
	placeWords,
	symbolOf,
	whoWords,
	type Names
} from '#lib/domain/listing/row.ts';
import { addressOf, alertOf, noticesOf } from '#lib/domain/reader/profile/profile.ts';
import { withKana, type Ruby } from '#lib/domain/reader/profile/ruby.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import type { Verification } from '#lib/domain/resource/verification.ts';
import type { BookletEntry } from '#lib/domain/booklet/booklet.ts';
import { printedContacts } from './contacts.ts';
import { inLine } from './lines.ts';

/** What is told of an entry, and what its codes are called. */
export type EntrySource = {
	id: string;
	number: number;
	content: PublicContent;
	verification: Verification | null;
	address: string | null;
};
export type EntryMeans = { names: Names; easeSymbols: ReadonlyMap<string, string> };

const said = (words: string | null | undefined): Ruby | null => (words ? [{ text: words }] : null);

/** Titles of 「はじめて行く日」, short enough for a line; what happens first needs none, and comes first. */
const firstTitles = {
	first: null,
	meets: '迎える人',
	people: '人数',
	bring: '持ちもの',
	photos: '写真・取材',
	cannotCome: '行けなくなったら'
} as const;
export const firstFields = Object.keys(firstTitles) as (keyof typeof firstTitles)[];

export function entryOf(source: EntrySource, means: EntryMeans): BookletEntry {
	const { content } = source;
	const entry = wholeOf(source, means);
	// Whoever reads of a place that has ended should not set out, nor call.
	if (content.operation !== 'closed') return entry;
	return {
		...entry,
		...{ who: null, text: null, firstVisit: [], when: [], access: null, fee: null },
		...{ contacts: [], eases: [], where: said(placeWords(content.place, means.names)) }
	};
}

function wholeOf(
	{ id, number, content, verification, address }: EntrySource,
	{ names, easeSymbols }: EntryMeans
): BookletEntry {
	const { vocabularies } = names;
	const category = content.categories[0]!;
	const text = content.summary ?? content.description;
	return {
		id,
		number,
		name: withKana(content.name, content.kana),
		kana: content.kana,
		organization:
			content.organization && withKana(content.organization.name, content.organization.kana),
		category: label(vocabularies, 'category', category),
		symbol: symbolOf(category, vocabularies),
		notice: said(noticeOf(content, names)),
		who: said(whoOf(content, names)),
		text: said(text),
		firstVisit: firstVisitOf(content),
		when: [...content.schedules.map((schedule) => schedule.text), content.hoursNote]
			.filter((words) => words !== null)
			.map((words) => [{ text: inLine(words) }]),
		where: said(whereOf(content, names)),
		access: said(content.access && inLine(content.access)),
		contacts: contactsOf(content),
		fee: said(inLine(feeWords(content, vocabularies) ?? '')),
		eases: [...vocabularies.ease.values()]
			.filter(({ code }) => content.eases[code] === 'yes')
			.map(({ code, label: words }) => ({ symbol: easeSymbols.get(code)!, words })),
		checked: verification && checkedWords(content, verification, vocabularies),
		address,
		picture: null
	};
}

const sentences = (parts: readonly (string | null)[]): string | null =>
	parts
		.filter((part) => part !== null && part !== '')
		.map((part) => inLine(part!).replace(/。$/, ''))
		.join('。') || null;

/** Nothing in it depends on the day on which it is printed. */
function noticeOf(content: PublicContent, names: Names): string | null {
	const { operation, intake, intakeOn } = content;
	const isAsked = operation === 'open' && intake !== null && intake !== 'open';
	const day = intakeOn ? `（${dateWords(intakeOn)}のようす）` : '';
	const taking = isAsked ? label(names.vocabularies, 'intake', intake) + day : null;
	return sentences([
		...noticesOf(content),
		taking,
		operation === 'closed' ? null : alertOf(content, null)
	]);
}

function whoOf(content: PublicContent, { vocabularies, municipalities }: Names): string | null {
	const { residency, residencyNote, serviceArea, genderNote } = content;
	const area = serviceArea.map((code) => municipalities.get(code) ?? code).join('・');
	return sentences([
		whoWords(content, vocabularies),
		genderNote,
		residency && residency !== 'none' ? label(vocabularies, 'residency', residency) : null,
		residencyNote,
		area && `対象の地域は${area}`
	]);
}

const firstVisitOf = ({ firstVisit }: PublicContent): Ruby[] =>
	firstFields.flatMap((field) => {
		const words = firstVisit[field];
		const title = firstTitles[field];
		return words ? [[{ text: `${title === null ? '' : `${title}：`}${inLine(words)}` }]] : [];
	});

/** To its precision; a place about which nobody said where it is has none. */
function whereOf({ place }: PublicContent, names: Names): string | null {
	const address = addressOf(place, names);
	switch (place.precision) {
		case 'exact':
			return address && inLine(address);
		case 'town':
			return address && `${inLine(address)}（詳しい場所は申込のあとに）`;
		case 'municipality':
			return address && placeWords(place, names);
		default:
			return placeWords(place, names);
	}
}

/** How to apply, where there is neither number nor address: else the entry would lead nowhere. */
function contactsOf(content: PublicContent): BookletEntry['contacts'] {
	const contacts = printedContacts(content);
	if (contacts.length > 0 || !content.approach) return contacts;
	return [{ words: inLine(content.approach), link: null }];
}
