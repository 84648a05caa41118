import { describe, expect, it, test } from 'vitest';
import type { Decision, RowStatus } from '#lib/domain/formats/preview/decision.ts';
import { outlookOf, outlookSentence } from '#lib/domain/formats/preview/outlook.ts';
import type { PreviewRow } from '#lib/domain/formats/preview/preview.ts';
import { fateWords } from '#lib/domain/formats/preview/said.ts';

const nothing = { new: 0, changed: 0, withdrawn: 0, left: 0, open: 0 };

describe('What a commit does with a row', () => {
	it.each([
		['new', null, 'new'],
		['new', 'skip', 'left'],
		['new', 'same', 'changed'],
		['changed', null, 'changed'],
		['changed', 'merge', 'changed'],
		['changed', 'skip', 'left'],
		['duplicate', null, 'open'],
		['duplicate', 'same', 'changed'],
		['duplicate', 'different', 'new'],
		['conflict', null, 'open'],
		['conflict', 'take', 'changed'],
		['error', null, 'open'],
		['error', 'skip', 'left'],
		['gone', 'take', 'withdrawn'],
		['skipped', null, 'left']
	] as const)('%s, decided %s: %s', (status, is, fate) => {
		expect(outlookOf([{ status, is, rows: 3 }])).toEqual({ ...nothing, [fate]: 3 });
	});

	it.each([
		['unchanged', null],
		['gone', null],
		['gone', 'skip']
	] as const)('%s, decided %s: nothing', (status, is) => {
		expect(outlookOf([{ status, is, rows: 3 }])).toEqual(nothing);
	});
});

describe('What will happen', () => {
	const outlook = { new: 73, changed: 5, withdrawn: 1, left: 2, open: 4 };

	it('is one sentence, before and after', () => {
		expect(outlookSentence(outlook, 'revision', false)).toBe(
			'73件を新しく載せ、5件を直し、1件を外します。2件は取り込みません。'
		);
		expect(outlookSentence(outlook, 'proposal', true)).toBe(
			'73件を新しく提案にし、5件を直しの提案にし、1件を外しました。2件は取り込みませんでした。'
		);
		expect(outlookSentence(nothing, 'draft', false)).toBe('載せるものも直すものもありません。');
	});
});

test('What becomes of a row is said, and who decided nothing reads what happens then', () => {
	const row = (status: RowStatus, decision: Decision | null): PreviewRow => ({
		...{ place: 0, line: 2, status, decision, name: 'ひだまり', region: null, where: null },
		...{ resource: null, changes: [], conflicts: [], findings: [] },
		candidates: [{ resource: 'a', line: null, name: 'そら', place: null, why: '', changes: [] }]
	});
	expect(fateWords(row('duplicate', null))).toBe('');
	expect(fateWords(row('gone', { is: 'take' }))).toBe('取り下げます');
	expect(fateWords(row('duplicate', { is: 'same', resource: 'a' }))).toBe(
		'「そら」と同じところとして、直します'
	);
	expect(fateWords(row('conflict', { is: 'skip' }))).toBe('いまのままにします');
	expect(fateWords(row('new', { is: 'skip' }))).toBe('取り込みません');
	expect(fateWords(row('new', { is: 'skip' }), true)).toBe('取り込みませんでした');
	expect(fateWords(row('duplicate', { is: 'same', resource: 'a' }), true)).toBe(
		'「そら」と同じところとして、直しました'
	);
});
