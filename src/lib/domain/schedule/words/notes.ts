import { plain } from './letters.ts';

/** A closing that running text names. */
export type NamedClosing = {
	words: string;
	holidays: boolean;
	months: number[];
	span: { from: string; to: string } | null;
};

const none = { holidays: false, months: [] as number[], span: null };
const named: [RegExp, Omit<NamedClosing, 'words'>][] = [
	[/年末年始|年末|正月/, { ...none, span: { from: '12-29', to: '01-03' } }],
	[/お盆|盆休/, { ...none, span: { from: '08-13', to: '08-16' } }],
	[/祝日|祝祭日|日祝|土日祝/, { ...none, holidays: true }]
];
const closedWords = /休|除|のぞ|閉|なし|ありません/;
const openWords = /祝日も|年始も|盆も|休まず|無休|休みなし/;
const monthWords = /(\d{1,2})月(?:中)?(?=は|も|の|・|、|お?休|を除|中)/g;

/** Closings in a note, sentence by sentence: 「年末年始は休み」「8月休み」「祝日はお休みです」. */
export function closingsOf(note: string): NamedClosing[] {
	const sentences = plain(note)
		.slice(0, 1000)
		.split(/[。\n;]/);
	return sentences.flatMap((sentence) => {
		const words = sentence.replace(/\s+/g, '').slice(0, 60);
		if (!closedWords.test(words) || openWords.test(words)) return [];
		const found = named.flatMap(([pattern, closing]) =>
			pattern.test(words) ? [{ ...closing, words }] : []
		);
		const months = [...words.matchAll(monthWords)].map(([, month]) => Number(month));
		const isDate = /\d月\d/.test(words);
		const whole = months.filter((month) => month >= 1 && month <= 12);
		return whole.length > 0 && !isDate ? [...found, { ...none, months: whole, words }] : found;
	});
}
