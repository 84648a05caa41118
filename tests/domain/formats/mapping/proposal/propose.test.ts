import { describe, expect, it } from 'vitest';
import { propose } from '#lib/domain/formats/mapping/proposal/propose.ts';
import { context } from '../../../../support/formats.ts';
import { lists, type List } from '../../../../support/municipal-lists.ts';

const rowsOf = ({ columns }: List) =>
	[0, 1, 2].map((place) => ({
		line: place + 2,
		cells: new Map(columns.map(([name, , ...values]) => [name, values[place] ?? '']))
	}));

const proposed = lists.map((list) => {
	const header = list.columns.map(([name]) => name);
	return { list, ...propose(header, rowsOf(list), { ...context, fileName: `${list.title}.xlsx` }) };
});

const answers = proposed.flatMap(({ list, columns }) =>
	list.columns.map(([name, expected], place) => ({
		column: `${list.title}／${name}`,
		expected: expected.split('|'),
		is: columns[place]!.to ?? '-'
	}))
);

describe('Proposals for lists of towns', () => {
	it('are right for at least 95 of 100 columns', () => {
		const wrong = answers.filter(({ expected, is }) => !expected.includes(is));
		const share = 1 - wrong.length / answers.length;
		expect(share, JSON.stringify(wrong, null, 1)).toBeGreaterThanOrEqual(0.95);
	});
});
