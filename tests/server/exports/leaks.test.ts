import { expect, test } from 'vitest';
import { forms } from '#lib/domain/formats/export/about.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import * as editions from '#lib/server/editions/staff-view.ts';
import { exportFile } from '#lib/server/exports/file.ts';
import { wordsIn } from '../../support/words.ts';
import { canary, places, world } from '../../support/world.ts';

const ways = [
	...forms.map((form) => ({ form, encoding: 'utf-8' as const })),
	{ form: 'csv' as const, encoding: 'cp932' as const }
];
/** What somebody may try to find hidden values with. */
const queries = [
	'',
	'q=カナリア',
	`q=${canary('職員メモ')}`,
	'q=カナ',
	'ease=no-booking',
	'bbox=138,35,140,37'
];

test.each(ways)(
	'No byte of a $form ($encoding) holds what is private, whatever it is narrowed to',
	async (way) => {
		const { db, region } = world();
		const ids = [null, ...editions.all(db, { region: 'gunma' }).map(({ id }) => id)];
		for (const editionId of ids) {
			for (const query of queries) {
				const within = query === '' ? null : parseFilter(new URLSearchParams(query));
				const asked = { regionId: region.id, editionId, staff: false, within, year: null };
				const file = await exportFile(db, { ...asked, ...way, origin: 'https://example.jp' });
				const words = await wordsIn(Buffer.from(file.body as Uint8Array), file.type);
				if (query === '') expect(words).toContain(places.hidamari.name);
				const told = words.replaceAll(decodeURIComponent(query.slice(2)) || '-', '');
				expect(told).not.toContain('カナリア');
			}
		}
	}
);

test('What somebody looks for finds nothing by what is hidden, and counts nothing', async () => {
	const { db, region } = world();
	for (const word of ['カナリア', canary('職員メモ'), canary('非公開の町'), '370-9999']) {
		const within = parseFilter(new URLSearchParams({ q: word, literal: 'yes' }));
		const file = await exportFile(db, {
			...{ regionId: region.id, editionId: null, staff: false, within, year: null },
			...{ form: 'json', encoding: 'utf-8', origin: '' }
		});
		const nothing = { rows: 0, leftOut: 0 };
		expect(file.selection.about).toMatchObject(nothing);
	}
});
