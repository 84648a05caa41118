import type { FieldChange } from './field-change.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { asTyped } from '#lib/domain/schedule/binding.ts';
import { scheduleWords } from '#lib/domain/schedule/words.ts';
import { titleOf, titles } from './form/titles.ts';
import type { Names } from '#lib/domain/listing/row.ts';
import { label, type VocabularyName } from '#lib/domain/labels/vocabulary.ts';
import {
	answers,
	channels,
	contactKinds,
	exceptionKinds,
	frequencies,
	operations,
	phoneKinds,
	precisions,
	visibilities
} from '#lib/domain/labels/choices.ts';

export type ContentField = keyof Content;

const coded: Partial<Record<ContentField, VocabularyName>> = {
	categories: 'category',
	needs: 'need',
	audiences: 'audience',
	accessibility: 'accessibility',
	languages: 'language',
	gender: 'gender',
	residency: 'residency',
	fee: 'fee',
	intake: 'intake'
};

const chosen: Record<string, Record<string, string>> = {
	operation: operations,
	precision: precisions,
	kind: { ...phoneKinds, ...contactKinds },
	visibility: visibilities,
	channel: channels,
	frequency: frequencies
};

/** One field of a revision in words, what only staff may see included; null when nothing is said. */
export function fieldWords(field: ContentField, content: Content, names: Names): string | null {
	const value = content[field];
	const vocabulary = coded[field];
	if (vocabulary) {
		const codes = Array.isArray(value) ? (value as string[]) : value ? [value as string] : [];
		return codes.map((code) => label(names.vocabularies, vocabulary, code)).join('・') || null;
	}
	if (field === 'eases') {
		const eases = Object.entries(content.eases);
		const word = ([code, answer]: [string, 'yes' | 'no']) =>
			`${label(names.vocabularies, 'ease', code)}：${answers[answer]}`;
		return eases.map(word).join('／') || null;
	}
	if (field === 'schedules') return content.schedules.map(scheduleWords).join('\n') || null;
	return said(value, field, names) || null;
}

function said(value: unknown, path: string, names: Names): string {
	if (value === null || value === undefined || value === false) return '';
	if (value === true) return 'はい';
	if (typeof value === 'number') return word(`${value}`, path, names);
	if (typeof value === 'string') return word(value, path, names);
	if (typeof value !== 'object') return '';
	if (Array.isArray(value)) {
		const parts = value.map((one) => said(one, path, names)).filter(Boolean);
		return parts.join(value.some((one) => typeof one === 'object') ? '\n' : '・');
	}
	const parts = Object.entries(value)
		.map(([key, part]) => [`${path}.${key}`, said(part, `${path}.${key}`, names)] as const)
		.filter(([key, words]) => words !== '' && !isUsual(key, words));
	const told = ([key, words]: readonly [string, string]) =>
		// 電話, メール, 職員だけ: what it is, the word says by itself.
		/\.(kind|visibility)$/.test(key) ? words : `${titleOf(key)} ${words}`;
	return parts.map(told).join('、');
}

/** What nobody has to be told: every week, for everybody. */
const isUsual = (key: string, words: string): boolean =>
	(key.endsWith('.interval') && words === '1') ||
	(key.endsWith('.visibility') && words === visibilities.public);

function word(text: string, path: string, names: Names): string {
	const name = path.slice(path.lastIndexOf('.') + 1);
	if (name === 'municipality' || name === 'serviceArea')
		return names.municipalities.get(text) ?? text;
	if (name === 'days')
		return { mo: '月', tu: '火', we: '水', th: '木', fr: '金', sa: '土', su: '日' }[text] ?? text;
	if (name === 'holidays') return text === 'open' ? '開く' : '休み';
	if (path.endsWith('exceptions.kind')) return exceptionKinds[text as keyof typeof exceptionKinds];
	return chosen[name]?.[text] ?? text;
}

export const contentFields = (content: Content): ContentField[] =>
	Object.keys(titles).filter((field): field is ContentField => field in content);

/** Whether two values of a field say the same. */
export const isSame = (field: ContentField, a: Content, b: Content): boolean =>
	JSON.stringify(canonical(valueOf(field, a))) === JSON.stringify(canonical(valueOf(field, b)));

/** What was written before rules knew their words says the same as what a form sends back. */
const valueOf = (field: ContentField, content: Content): unknown =>
	field === 'schedules' ? content.schedules.map(asTyped) : content[field];

function canonical(value: unknown): unknown {
	if (value === null || typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map(canonical);
	return Object.entries(value)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, part]) => [key, canonical(part)]);
}

/** Every field that differs between two revisions, in the order of the form. */
export const compareRevisions = (before: Content, after: Content, names: Names): FieldChange[] =>
	contentFields(after)
		.filter((field) => !isSame(field, before, after))
		.map((field) => ({
			field,
			title: titles[field] ?? field,
			before: fieldWords(field, before, names),
			after: fieldWords(field, after, names)
		}));
