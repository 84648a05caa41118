import { expect, test } from 'vitest';
import { fieldWords } from '#lib/domain/editing/revision-comparison.ts';
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
	expect(fieldWords('phones', place, names)).toMatch(/^FAX、番号 000-111-2222、呼び名 事務所、/);
	expect(fieldWords('contacts', place, names)).not.toMatch(/種類/);
});
