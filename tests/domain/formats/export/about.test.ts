import { expect, test } from 'vitest';
import { notesOf } from '#lib/domain/formats/export/about.ts';

const about = {
	...{ title: '見本', on: '2026-04-01', rows: 1, leftOut: 2, closed: 0, condition: null },
	...{ isSample: false, imprint: null, licence: null }
};

test('A file tells staff how many places it leaves out, and readers nothing of them', () => {
	expect(notesOf({ ...about, staff: true }).join()).toContain('2件は除きました');
	expect(notesOf({ ...about, staff: false }).join()).not.toMatch(/2件|除き/);
});

test('A file tells readers whom to name and what they may do with it', () => {
	const licence = 'CC BY 4.0';
	const notes = notesOf({ ...about, licence, staff: false }).join();
	expect(notes).toContain('出典に「見本 地域資源ブックマーク」');
	expect(notes).toContain('利用条件：CC BY 4.0');
	expect(notesOf({ ...about, licence, staff: true }).join()).not.toContain('利用条件');
});
