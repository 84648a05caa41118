import { put } from '#lib/domain/formats/column.ts';
import { readAnswer } from '#lib/domain/formats/cells/answer.ts';
import { readNumber } from '#lib/domain/formats/cells/values.ts';
import type { Cell, Sheet } from './sheet.ts';
import { knownTerm } from '#lib/domain/formats/mapping/terms/match.ts';
import { ownColumn, termTargets } from '#lib/domain/formats/mapping/targets.ts';

const separators = /[;；、,，・／/\n]+/u;

/** Their words as our terms, where that is certain; a word that is none is said in the words beside. */
export function readTerms(sheet: Sheet): void {
	readEases(sheet);
	for (const [target, { otherwise }] of Object.entries(termTargets)) {
		const codes: string[] = [];
		for (const cell of sheet.of(target)) {
			const read = readCell(sheet, target, cell);
			codes.push(...read.codes);
			if (read.left) sheet.say(otherwise, { from: cell.from, text: read.left });
		}
		if (codes.length === 0) continue;
		const isSeveral = ownColumn(target)?.several;
		put(sheet.draft, target, isSeveral ? [...new Set(codes)] : codes[0]);
	}
}

function readCell(
	sheet: Sheet,
	target: string,
	cell: Cell
): { codes: string[]; left: string | null } {
	const { vocabulary } = termTargets[target]!;
	const amount = target === 'fee' ? readNumber(cell.text.replace(/円$/, '')) : undefined;
	if (amount !== undefined) {
		const words = `${amount.toLocaleString('en')}円`;
		const isSaid = amount === 0 || sheet.text('fee_note').normalize('NFKC').includes(words);
		return { codes: [amount === 0 ? 'free' : 'paid'], left: isSaid ? null : words };
	}
	const codeOf = (word: string) => {
		const bare = word.replace(/が?(?:有り?|あり|可)$/u, '');
		return knownTerm(word, vocabulary, sheet.context) ?? knownTerm(bare, vocabulary, sheet.context);
	};
	const whole = codeOf(cell.text);
	if (whole) return { codes: [whole], left: null };
	const codes = cell.text.split(/[;；\n]+/u).flatMap((part) => {
		const one = codeOf(part);
		return one ? [one] : part.split(separators).filter(Boolean).map(codeOf);
	});
	// What is only understood in part is said in whole.
	const isAll = codes.every((code) => code !== null);
	return { codes: codes.filter((code) => code !== null), left: isAll ? null : cell.text };
}

/** 「予約不要=はい」; what is no such answer says how to get in touch. */
function readEases(sheet: Sheet): void {
	const eases: Record<string, string> = {};
	const terms = [...sheet.context.vocabularies.ease.values()];
	for (const cell of sheet.of('eases')) {
		const read = cell.text.split(/[;；、\n]+/u).map((part) => {
			const [word = '', answer = 'はい'] = part.split(/[=＝]/).map((one) => one.trim());
			const code = terms.find((term) => term.code === word || term.label === word)?.code;
			const known = readAnswer(answer);
			if (code && known) eases[code] = known;
			return Boolean(code && known);
		});
		if (read.includes(false)) sheet.say('approach', cell);
	}
	if (Object.keys(eases).length > 0) sheet.draft['eases'] = eases;
}
