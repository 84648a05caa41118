import { columns } from '#lib/domain/formats/resource-columns.ts';
import type { VocabularyName } from '#lib/domain/labels/vocabulary.ts';

/** The code of a column of our own CSV, or one of `compoundTargets`. */
export type Target = string;

type Naming = { label: string; says: string };

/** What towns write in one column and we keep in several, or the other way round. */
export const compoundTargets: Record<string, Naming> = {
	address: { label: '住所（全部）', says: 'Prefecture, municipality, street and building.' },
	prefecture: { label: '都道府県', says: 'Name or code of the prefecture.' },
	municipality_code: {
		label: '市区町村コード',
		says: '全国地方公共団体コード of the place: five or six digits, a lost first zero too.'
	},
	publisher_code: {
		label: '公表した団体のコード',
		says: '全国地方公共団体コード of who publishes; tells the place only where nothing else does.'
	},
	point: { label: '緯度,経度', says: 'Both in one cell.' },
	phone: {
		label: '電話番号（いくつでも）',
		says: 'One number or several, with extension and name.'
	},
	phone_label: { label: '電話の名前', says: 'What the telephone number is for: 窓口, 課, 団体.' },
	extension: { label: '内線', says: 'Extension of the telephone number.' },
	fax: { label: 'FAX番号', says: 'One number or several.' },
	mail: { label: 'メールアドレス', says: 'Mail address, shown to everyone.' },
	form: { label: '申込フォーム', says: 'Web address of a form.' },
	url: {
		label: 'URL',
		says: 'Web address with or without https://; a mail address goes to 連絡先.'
	},
	hours: { label: 'いつ（ことば）', says: 'Days and times in words.' },
	weekdays: { label: '曜日', says: 'Days of the week.' },
	opens: { label: '始まる時刻', says: 'Time of the day.' },
	closes: { label: '終わる時刻', says: 'Time of the day.' },
	starts_on: { label: '始まる日', says: 'First day of an event.' },
	ends_on: { label: '終わる日', says: 'Last day of an event.' },
	ages: { label: '年齢', says: 'Ages in words: 15歳〜39歳, 18歳以上.' }
};

/** Targets that hold terms, and where a word goes that is none. */
export const termTargets: Record<string, { vocabulary: VocabularyName; otherwise: Target }> = {
	categories: { vocabulary: 'category', otherwise: 'description' },
	needs: { vocabulary: 'need', otherwise: 'description' },
	audiences: { vocabulary: 'audience', otherwise: 'description' },
	gender: { vocabulary: 'gender', otherwise: 'gender_note' },
	residency: { vocabulary: 'residency', otherwise: 'residency_note' },
	fee: { vocabulary: 'fee', otherwise: 'fee_note' },
	intake: { vocabulary: 'intake', otherwise: 'operation_note' },
	accessibility: { vocabulary: 'accessibility', otherwise: 'accessibility_note' },
	languages: { vocabulary: 'language', otherwise: 'description' }
};

const own = new Map(
	columns.filter(({ isOfFile }) => !isOfFile).map((column) => [column.code, column])
);

export const ownColumn = (target: Target) => own.get(target);

export const isTarget = (target: string): boolean =>
	own.has(target) || Object.hasOwn(compoundTargets, target);

export const targetLabel = (target: Target): string =>
	compoundTargets[target]?.label ?? own.get(target)?.label ?? target;

/** Every target, those of our own columns first: for a list to choose from. */
export const targets: readonly { target: Target; label: string }[] = [
	...own.keys(),
	...Object.keys(compoundTargets)
].map((target) => ({ target, label: targetLabel(target) }));

/** Own columns that only staff see: what is put there is nowhere public. */
export const isStaffTarget = (target: Target): boolean => own.get(target)?.staff ?? false;
