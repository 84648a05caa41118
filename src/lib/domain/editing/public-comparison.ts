import { dateWords } from '#lib/domain/calendar/calendar.ts';
import { pointChange } from '#lib/domain/resource/precision.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import {
	agesWords,
	easesOf,
	feeWords,
	placeWords,
	whenWords,
	type Names,
	type Row
} from '#lib/domain/listing/row.ts';
import { scheduleWords } from '#lib/domain/schedule/words.ts';
import { label, type VocabularyName } from '#lib/domain/labels/vocabulary.ts';
import type { FieldChange } from './field-change.ts';
import { contactKinds, operations, phoneKinds } from '#lib/domain/labels/choices.ts';

/** Two editions of a region, told as what happened to its resources. */
export type Changes = {
	/** null: there is no edition before. */
	from: number | null;
	to: number;
	arrived: Row[];
	changed: { row: Row; fields: FieldChange[] }[];
	paused: Row[];
	closed: Row[];
	/** Printed in the older edition, absent from the newer one, and nobody said why. */
	gone: Row[];
	continued: number;
};

/** What an edition printed and the current revision contradicts. */
export type Erratum = {
	row: Row;
	number: number;
	/** Calendar date on which the newer revision was approved. */
	since: string;
	fields: FieldChange[];
};

type Words = (content: PublicContent, names: Names) => string | null;

const terms =
	(vocabulary: VocabularyName, codes: (content: PublicContent) => string[]): Words =>
	(content, { vocabularies }) =>
		codes(content)
			.map((code) => label(vocabularies, vocabulary, code))
			.join('・') || null;

const one =
	(vocabulary: VocabularyName, code: (content: PublicContent) => string | null): Words =>
	(content, { vocabularies }) => {
		const value = code(content);
		return value && label(vocabularies, vocabulary, value);
	};

const list = (values: (string | null)[]) => values.filter(Boolean).join('／') || null;

type Change = Pick<FieldChange, 'before' | 'after'>;

/** `detail`: told where `words` say the same and yet something differs. */
type Field = {
	title: string;
	words: Words;
	detail?: (before: PublicContent, after: PublicContent) => Change;
};

const plain = (title: string, words: (content: PublicContent) => string | null): Field => ({
	title,
	words
});

const coded = (
	title: string,
	vocabulary: VocabularyName,
	code: (content: PublicContent) => string | null,
	more: (content: PublicContent) => string | null
): Field => ({
	title,
	words: (content, names) => list([one(vocabulary, code)(content, names), more(content)])
});

const dated = (on: string | null) => on && dateWords(on);
/** Every field a reader may see, in the order of the page; null: told with the one before. */
const fields = {
	name: plain('名前', ({ name }) => name),
	kana: plain('よみ', ({ kana }) => kana),
	plainName: plain('ふだんの呼び名', ({ plainName }) => plainName),
	organization: plain('団体', ({ organization }) =>
		organization
			? list([
					organization.name,
					organization.kana,
					organization.corporateNumber && `法人番号 ${organization.corporateNumber}`,
					organization.url
				])
			: null
	),
	operation: plain('開いているか', ({ operation, operationOn, operationNote }) =>
		list([operations[operation], dated(operationOn), operationNote])
	),
	operationOn: null,
	operationNote: null,
	categories: { title: '区分', words: terms('category', (content) => content.categories) },
	needs: { title: '目的', words: terms('need', (content) => content.needs) },
	audiences: { title: '対象', words: terms('audience', (content) => content.audiences) },
	ageMin: { title: '年齢', words: agesWords },
	ageMax: null,
	ageOpen: null,
	gender: coded(
		'性別',
		'gender',
		({ gender }) => gender,
		({ genderNote }) => genderNote
	),
	genderNote: null,
	residency: coded(
		'住んでいる所',
		'residency',
		({ residency }) => residency,
		({ residencyNote }) => residencyNote
	),
	residencyNote: null,
	serviceArea: {
		title: '来てもらえる地域',
		words: ({ serviceArea }, { municipalities }) =>
			serviceArea.map((code) => municipalities.get(code) ?? code).join('・') || null
	},
	capacity: plain('定員', ({ capacity }) => (capacity === null ? null : `${capacity}人`)),
	languages: { title: 'ことば', words: terms('language', (content) => content.languages) },
	summary: plain('短い紹介', ({ summary }) => summary),
	description: plain('紹介', ({ description }) => description),
	activities: plain('すること', ({ activities }) => activities),
	eases: {
		title: '参加しやすさ',
		words: (content, { vocabularies }) => {
			const eases = easesOf(content, vocabularies);
			return list([...eases.yes, ...eases.no]);
		}
	},
	firstVisit: plain('はじめて行く日', ({ firstVisit }) => list(Object.values(firstVisit))),
	schedules: {
		title: '開催日',
		words: whenWords,
		detail: (before, after) => ({
			before: list(before.schedules.map(scheduleWords)),
			after: list(after.schedules.map(scheduleWords))
		})
	},
	hoursNote: plain('時間の補足', ({ hoursNote }) => hoursNote),
	fee: { title: '費用', words: (content, { vocabularies }) => feeWords(content, vocabularies) },
	feeNote: null,
	intake: coded(
		'受け入れ',
		'intake',
		({ intake }) => intake,
		({ intakeOn }) => dated(intakeOn)
	),
	intakeOn: null,
	contacts: plain('連絡先', ({ contacts, phones }) =>
		list([
			...contacts.map(({ kind, label, value }) => list([contactKinds[kind], label, value])),
			...phones.map(({ kind, label, number }) => list([phoneKinds[kind], label, number]))
		])
	),
	phones: null,
	approach: plain('申し込み方', ({ approach }) => approach),
	referral: plain('紹介のしかた', ({ referral }) => referral),
	place: {
		title: '場所',
		words: ({ place }, names) =>
			list([
				placeWords(place, names),
				place.postalCode && `〒${place.postalCode}`,
				[place.town, place.street, place.building].filter(Boolean).join(' ')
			]),
		detail: (before, after) => pointChange(before.place, after.place)
	},
	access: plain('行き方', ({ access }) => access),
	accessibility: {
		title: '設備など',
		words: (content, names) =>
			list([
				terms('accessibility', (one) => one.accessibility)(content, names),
				content.accessibilityNote
			])
	},
	accessibilityNote: null,
	links: plain('リンク', ({ links }) => list(links.map(({ label, url }) => list([label, url])))),
	alert: plain('お知らせ', ({ alert }) =>
		alert
			? list([
					alert.text,
					alert.from && `${dateWords(alert.from)}から`,
					alert.until && `${dateWords(alert.until)}まで`
				])
			: null
	),
	// Not when it was looked at: that is said of every entry anew each year, beside its check.
	sources: plain('出典', ({ sources }) => list(sources.map(({ name, url }) => list([name, url]))))
} satisfies Record<keyof PublicContent, Field | null>;

const told = Object.entries(fields).filter(
	(entry): entry is [keyof PublicContent, Field] => entry[1] !== null
);

/** The fields whose words differ, in the order of the page. */
export function comparePublic(
	before: PublicContent,
	after: PublicContent,
	names: Names
): FieldChange[] {
	const differ = (change: Change) => change.before !== change.after;
	return told.flatMap(([field, { title, words, detail }]) => {
		const change = { before: words(before, names), after: words(after, names) };
		const found = differ(change) ? change : detail?.(before, after);
		return found && differ(found) ? [{ field, title, ...found }] : [];
	});
}
