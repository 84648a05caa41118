import { expect, test } from 'vitest';
import { titles } from '#lib/domain/editing/form/titles.ts';
import { columns } from '#lib/domain/formats/resource-columns.ts';

/** A part of a field is called without what it is a part of; what is withheld stands in a column of its own. */
const inForm = (label: string) => label.replace(/^はじめて行く日：/, '').replace(/（非公開）$/, '');

test('A field of the form begins as its column is called in a file', () => {
	const fields = columns.filter(({ path, code }) => path !== undefined && !/^schedule_/.test(code));
	expect(fields.length).toBeGreaterThan(50);
	for (const { path, label } of fields) {
		const title = titles[path!];
		expect(title, `${path}: ${label}`).toBeDefined();
		expect(title!.startsWith(inForm(label)), `${path}: ${label} / ${title}`).toBe(true);
	}
});
