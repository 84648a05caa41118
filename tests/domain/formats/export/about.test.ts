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
