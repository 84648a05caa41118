import { expect, test } from 'vitest';
import { codeOf } from '#lib/domain/formats/column.ts';
import * as choices from '#lib/domain/labels/choices.ts';

const { earlierWords, ...tables } = choices;

test('Within a table of labels no two codes have the same word', () => {
	for (const [name, table] of Object.entries(tables)) {
		expect(new Set(Object.values(table)).size, name).toBe(Object.keys(table).length);
	}
});

test('A file reads codes, the words of today and those of earlier versions', () => {
	const { operations, precisions, visibilities, contactKinds, channels } = choices;
	const read: [Record<string, string>, string, string | undefined][] = [
		[operations, 'paused', 'paused'],
		[operations, 'お休み中', 'paused'],
		[operations, '休止中', 'paused'],
		[operations, '運営中', 'open'],
		[precisions, '町丁目まで', 'town'],
		[precisions, '非公開', 'private'],
		[visibilities, '冊子のみ', 'paper'],
		[visibilities, '職員のみ', 'staff'],
		[contactKinds, '来所', 'visit'],
		[channels, 'ウェブ', 'web'],
		[operations, '冊子のみ', undefined],
		[operations, 'constructor', undefined]
	];
	for (const [table, word, code] of read) expect(codeOf(table, word), word).toBe(code);
	const known = new Set(Object.values(tables).flatMap((table) => Object.keys(table)));
	expect(Object.values(earlierWords).filter((code) => !known.has(code))).toEqual([]);
});
