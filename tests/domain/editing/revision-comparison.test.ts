import { expect, test } from 'vitest';
import { titles } from '#lib/domain/editing/form.ts';
import { comparePublic } from '#lib/domain/editing/public-comparison.ts';
import { fieldWords } from '#lib/domain/editing/revision-comparison.ts';
import { columns } from '#lib/domain/formats/resource-columns.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { vocabularies } from '../../support/lexicon.ts';
import { content } from '../../support/world.ts';

const names = { vocabularies: {}, municipalities: new Map<string, string>() } as Parameters<
	typeof fieldWords
>[2];

test('Which kind a number or an address is, its word says without a title', () => {
	const place = content({
		name: 'ひだまり',
		phones: [{ number: '000-111-2222', kind: 'fax', label: '事務所' }],
		contacts: [{ kind: 'mail', value: 'hidamari@example.jp' }]
	});
	expect(fieldWords('phones', place, names)).toBe('FAX、番号 000-111-2222、呼び名 事務所');
	expect(fieldWords('contacts', place, names)).not.toMatch(/種類/);
});

test('Who may see a number is said where it is not everybody, by its word alone', () => {
	const phones = [{ number: '000-111-2222', kind: 'voice', visibility: 'staff' }];
	const place = content({ name: 'ひだまり', phones } as Parameters<typeof content>[0]);
	expect(fieldWords('phones', place, names)).toBe('電話、番号 000-111-2222、職員だけ');
});

test('A field has one name: in the form, in a file and in what readers are told', () => {
	const label = columns.find(({ code }) => code === 'summary')!.label;
	expect(titles['summary']).toBe(label);
	const [before, after] = ['まえ', 'あと'].map((summary) => content({ name: 'ひだまり', summary }));
	const told = comparePublic(publicContent(before!), publicContent(after!), {
		...names,
		vocabularies
	});
	expect(told.map(({ title }) => title)).toEqual([label]);
});
