import { put } from '#lib/domain/formats/column.ts';
import { readAnswer } from '#lib/domain/formats/cells/answer.ts';
import { readNumber } from '#lib/domain/formats/cells/values.ts';
import type { MappedColumn } from './mapping.ts';
import type { Cell, Sheet } from './sheet.ts';
import { matchTerm } from './term-match.ts';
import { termTargets } from './targets.ts';

const separators = /[;；、,，・／/\n]+/u;

/** Their words as our terms, where that is certain; a word that is none is said in the words beside. */
export function readTerms(sheet: Sheet): void {
	for (const [target, { vocabulary, otherwise }] of Object.entries(termTargets)) {
		const codes: string[] = [];
		for (const cell of sheet.of(target)) {
			const read = readCell(sheet, target, cell);
			codes.push(...read.codes);
			if (read.left) sheet.say(otherwise, { from: cell.from, text: read.left });
		}
		if (codes.length === 0) continue;
		const isOne = ['fee', 'gender', 'residency', 'intake'].includes(vocabulary);
		put(sheet.draft, target, isOne ? codes[0] : [...new Set(codes)]);
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
		const found = [word, word.replace(/が?(?:有り?|あり|可)$/u, '')]
			.map((one) => matchTerm(one, vocabulary, sheet.context))
			.find((match) => match?.isCertain);
		return found?.code ?? null;
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

/** A cell with the words of a mapping in place of its own. */
export function translated(text: string, { words }: MappedColumn): string | null {
	if (!words) return text;
	const plain = (word: string) => word.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
	const known = new Map(Object.entries(words).map(([from, to]) => [plain(from), to]));
	const answer = readAnswer(text);
	const whole =
		known.get(plain(text)) ?? (answer && known.get(answer === 'yes' ? 'はい' : 'いいえ'));
	if (whole !== undefined && whole !== null) return whole;
	// A column of ○ and × says nothing where it has neither of the words.
	if (answer && (known.has('はい') || known.has('いいえ'))) return null;
	const parts = text.split(/([;；、,，・／/\n]+)/u);
	return parts.map((part) => known.get(plain(part)) ?? part).join('');
}
