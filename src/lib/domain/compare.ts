import { dateWords } from './calendar.ts';
import type { PublicContent } from './publication.ts';
import {
	agesWords,
	easesOf,
	feeWords,
	placeWords,
	whenWords,
	type Names,
	type Row
} from './row.ts';
import { label, type VocabularyName } from './vocabulary.ts';

export type FieldChange = {
	field: string;
	title: string;
	before: string | null;
	after: string | null;
};

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

const operations = { open: '開いています', paused: 'お休み中', closed: '終了' };

/** Every field a reader may see, by the title it has on the page, in words. */
const fields: { field: string; title: string; words: Words }[] = [
	{ field: 'name', title: '名前', words: (content) => content.name },
	{ field: 'kana', title: 'よみ', words: (content) => content.kana },
	{ field: 'organization', title: '団体', words: (content) => content.organization?.name ?? null },
	{ field: 'operation', title: '開いているか', words: (content) => operations[content.operation] },
	{ field: 'categories', title: '区分', words: terms('category', (content) => content.categories) },
	{ field: 'needs', title: '目的', words: terms('need', (content) => content.needs) },
	{ field: 'audiences', title: '対象', words: terms('audience', (content) => content.audiences) },
	{ field: 'ages', title: '年齢', words: agesWords },
	{ field: 'gender', title: '性別', words: one('gender', (content) => content.gender) },
	{
		field: 'residency',
		title: '住んでいる所',
		words: (content, names) =>
			list([one('residency', (one) => one.residency)(content, names), content.residencyNote])
	},
	{ field: 'summary', title: 'ひとこと', words: (content) => content.summary },
	{ field: 'description', title: '紹介', words: (content) => content.description },
	{ field: 'activities', title: 'すること', words: (content) => content.activities },
	{
		field: 'eases',
		title: '参加しやすさ',
		words: (content, { vocabularies }) => {
			const eases = easesOf(content, vocabularies);
			return list([...eases.yes, ...eases.no.map((ease) => `${ease}：いいえ`)]);
		}
	},
	{
		field: 'firstVisit',
		title: 'はじめて行く日',
		words: (content) => list(Object.values(content.firstVisit))
	},
	{ field: 'schedules', title: '開催日', words: whenWords },
	{ field: 'hoursNote', title: '時間の補足', words: (content) => content.hoursNote },
	{
		field: 'fee',
		title: '費用',
		words: (content, { vocabularies }) => feeWords(content, vocabularies)
	},
	{
		field: 'intake',
		title: '受け入れ',
		words: (content, names) =>
			list([
				one('intake', (one) => one.intake)(content, names),
				content.intakeOn && dateWords(content.intakeOn)
			])
	},
	{
		field: 'contacts',
		title: '連絡先',
		words: (content) =>
			list([
				...content.contacts.map((contact) => list([contact.label, contact.value])),
				...content.phones.map((phone) => list([phone.label, phone.number]))
			])
	},
	{ field: 'approach', title: '申し込み方', words: (content) => content.approach },
	{ field: 'referral', title: '紹介のしかた', words: (content) => content.referral },
	{
		field: 'place',
		title: '場所',
		words: (content, names) =>
			list([
				placeWords(content.place, names),
				[content.place.town, content.place.street, content.place.building].filter(Boolean).join(' ')
			])
	},
	{ field: 'access', title: '行き方', words: (content) => content.access },
	{
		field: 'links',
		title: 'リンク',
		words: (content) => list(content.links.map(({ url }) => url))
	},
	{ field: 'alert', title: 'お知らせ', words: (content) => content.alert?.text ?? null }
];

/** The fields whose words differ, in the order of the page. */
export function compare(before: PublicContent, after: PublicContent, names: Names): FieldChange[] {
	return fields
		.map(({ field, title, words }) => ({
			field,
			title,
			before: words(before, names),
			after: words(after, names)
		}))
		.filter((change) => change.before !== change.after);
}
