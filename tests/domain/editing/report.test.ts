import { expect, test } from 'vitest';
import { parseReport } from '#lib/domain/editing/report.ts';

const formOf = (fields: Record<string, string>) => {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
};

test('a report says what it is about', () => {
	const value = { section: 'fee', message: '無料になりました' };
	expect(parseReport(formOf(value))).toEqual({ value });
});

test.each<Record<string, string>>([{ section: '' }, {}, { section: 'nothing' }])(
	'where nothing was chosen (%j), that is asked for and nothing is chosen instead',
	(fields) => {
		expect(parseReport(formOf({ ...fields, message: '無料になりました' }))).toEqual({
			issues: { section: 'どこのことか、1つ選んでください。' },
			given: { section: '', message: '無料になりました' }
		});
	}
);
