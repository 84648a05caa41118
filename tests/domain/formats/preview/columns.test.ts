import { expect, test } from 'vitest';
import type { Mapping } from '#lib/domain/formats/mapping/mapping.ts';
import { columnsToMap } from '#lib/domain/formats/preview/columns.ts';
import { targetGroups } from '#lib/domain/formats/preview/target-groups.ts';
import { names } from '#lib/server/regions/names.ts';
import { prepared, copy } from '../../../support/seeds.ts';

const { vocabularies } = names(copy(prepared));
const header = ['施設名', '種別', '予約', '新しい列'];
const column = (from: string, to: string | null, words: string[] = []) => ({
	...{ from, to, words, sureness: 'likely' as const, because: '見出しが似ています。' },
	samples: ['a']
});
const mapping: Mapping = {
	name: '一覧',
	columns: [
		{ from: '施設名', to: 'name' },
		{ from: '種別', to: 'categories', words: { いばしょ: '居場所' } },
		{ from: '予約', to: 'eases', words: { 要: '予約不要=いいえ' } },
		{ from: '新しい列', to: 'summary' }
	]
};
const proposal = {
	mapping,
	columns: [
		column('施設名', 'name'),
		column('種別', 'categories', ['いばしょ', '居場所', 'なぞ']),
		column('予約', 'eases'),
		column('新しい列', 'summary')
	]
};
const read = { header, samples: [], proposal };

test('Words of a column are shown with our terms, and those that are none with nothing', () => {
	const { columns } = columnsToMap(read, null, vocabularies);
	expect(columns[1]!.words).toEqual([
		{ word: 'いばしょ', term: 'ibasho' },
		{ word: '居場所', term: 'ibasho' },
		{ word: 'なぞ', term: '' }
	]);
	expect(columns[2]!.words).toEqual([{ word: '要', term: '予約不要=いいえ' }]);
});

test('What was chosen last year counts, and a column that is new is one to look at', () => {
	const chosen: Mapping = {
		name: '去年',
		columns: [
			{ from: '施設名', to: 'name' },
			{ from: '種別', to: null }
		],
		constants: { municipality: '見本市' }
	};
	const { columns, name, constants } = columnsToMap(read, chosen, vocabularies);
	expect(name).toBe('去年');
	expect(constants[0]).toEqual(['municipality', '見本市']);
	expect(columns.map(({ to, sureness }) => [to, sureness])).toEqual([
		['name', 'sure'],
		[null, 'sure'],
		['eases', 'likely'],
		['summary', 'likely']
	]);
});

test('A list to choose from names every target once', () => {
	const all = targetGroups.flatMap(({ targets }) => targets.map(({ target }) => target));
	expect(new Set(all).size).toBe(all.length);
	expect(all).toContain('name');
	expect(all).not.toContain('id');
});
