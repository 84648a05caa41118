import type { DataValidation } from 'hucre/xlsx';
import type { PlainColumn } from '#lib/domain/formats/column.ts';
import { termLabel } from '#lib/domain/formats/column.ts';
import type { Context } from '#lib/domain/formats/format.ts';
import { vocabularyNames } from '#lib/domain/labels/vocabulary.ts';

export const choicesSheet = '選べることば';

/** A list of words on the sheet of choices, under a name that is no column's: else it would be read as a table of ours. */
export type Choices = { of: string; label: string; words: readonly string[] };

/** The lists that columns of a file choose from; `towns`: names of municipalities. */
export function choicesFor(
	columns: readonly PlainColumn[],
	context: Context,
	towns: readonly string[]
): Choices[] {
	const labels = new Map<string, string>();
	for (const { offers, label } of columns) {
		if (typeof offers === 'string' && !labels.has(offers)) labels.set(offers, label);
	}
	if (columns.some(({ code }) => code === 'eases')) labels.set('ease', '参加しやすさ');
	return [...labels].map(([of, label]) => {
		const vocabulary = vocabularyNames.find((name) => name === of);
		const words = vocabulary
			? [...context.vocabularies[vocabulary].keys()].map((code) =>
					termLabel(context, vocabulary, code)
				)
			: towns;
		return { of, label: `${label}のことば`, words };
	});
}

type Range = { letter: string; last: number };

/** What a spreadsheet offers and checks in the cells of a column; null: anything may stand there. */
export function validationOf(
	column: PlainColumn,
	{ letter, last }: Range,
	choices: readonly Choices[],
	letterOf: (place: number) => string
): DataValidation | null {
	const range = `${letter}2:${letter}${last}`;
	const { offers, several, cell, label } = column;
	const refusal = (errorMessage: string, errorStyle: 'stop' | 'warning') => ({
		...{ showErrorMessage: true, errorStyle, errorTitle: label, errorMessage, allowBlank: true }
	});
	if (offers !== undefined) {
		const list = listOf(offers, choices, letterOf);
		if (!list) return null;
		const base = { type: 'list' as const, range, allowBlank: true, ...list };
		// Excel puts one word in the place of all.
		if (several) {
			const inputMessage = `いくつも選ぶときは ; で区切って書きます。ことばは「${choicesSheet}」にあります。`;
			return { ...base, showInputMessage: true, inputTitle: label, inputMessage };
		}
		// A town of another region may be right.
		return {
			...base,
			...(offers === 'municipality'
				? refusal('この地域の市区町村の一覧にありません。', 'warning')
				: refusal('一覧から選びます。', 'stop'))
		};
	}
	switch (cell) {
		case 'whole':
			return {
				...{ type: 'whole', range, operator: 'greaterThanOrEqual', formula1: '0' },
				...refusal('0以上の整数で書きます。', 'stop')
			};
		case 'decimal':
			return {
				...{ type: 'decimal', range, operator: 'between', formula1: '20', formula2: '154' },
				...refusal('日本の中の度数（36.3219 など）で書きます。', 'stop')
			};
		case 'date':
			return {
				...{ type: 'date', range, operator: 'greaterThan', formula1: '1' },
				...refusal('2026-04-01 のような日付で書きます。', 'warning')
			};
		default:
			return null;
	}
}

/** Short lists stand in the rule itself, which holds 255 letters. */
function listOf(
	offers: NonNullable<PlainColumn['offers']>,
	choices: readonly Choices[],
	letterOf: (place: number) => string
): Pick<DataValidation, 'values' | 'formula1'> | null {
	if (typeof offers !== 'string') return { values: [...offers] };
	const place = choices.findIndex(({ of }) => of === offers);
	const words = choices[place]?.words ?? [];
	if (words.length === 0) return null;
	const letter = letterOf(place);
	return { formula1: `'${choicesSheet}'!$${letter}$2:$${letter}$${words.length + 1}` };
}
