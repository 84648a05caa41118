import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { precisions, type Precision } from '#lib/domain/resource/content.ts';
import { placeOf, stillShown } from '#lib/domain/resource/precision.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { canary, content, places } from '../../support/world.ts';

const location = {
	municipality: '102024',
	town: '桜木町',
	street: '1-2-3',
	building: '日だまりビル',
	postalCode: '370-0001',
	latitude: 36.32,
	longitude: 139.01
};

describe('precision', () => {
	it.each<[Precision, (keyof typeof location)[]]>([
		[
			'exact',
			['municipality', 'town', 'street', 'building', 'postalCode', 'latitude', 'longitude']
		],
		['town', ['municipality', 'town']],
		['municipality', ['municipality']],
		['private', []],
		['online', []]
	])('%s shows exactly %j', (precision, shown) => {
		const { precision: told, ...place } = placeOf(location, precision);
		expect(told).toBe(precision);
		const parts = Object.entries(place).filter(([, value]) => value !== null);
		expect(Object.fromEntries(parts)).toEqual(
			Object.fromEntries(shown.map((part) => [part, location[part]]))
		);
	});

	it.each<[Precision, Precision, Precision]>([
		['exact', 'exact', 'exact'],
		['exact', 'town', 'town'],
		['exact', 'private', 'private'],
		['town', 'exact', 'town'],
		['exact', 'online', 'private'],
		['private', 'online', 'private'],
		['online', 'exact', 'online']
	])('of a place that was shown as %s and is as %s lets %s be told', (before, now, still) => {
		expect(stillShown(before, now)).toBe(still);
	});

	it('withholds directions and addresses to call at together with the location', () => {
		for (const precision of precisions) {
			const shown = publicContent(
				content({
					name: '部屋',
					precision,
					access: '駅から3分',
					contacts: [
						{ kind: 'post', value: '桜木町1-2-3' },
						{ kind: 'visit', value: '2階の窓口' },
						{ kind: 'mail', value: 'heya@example.jp' }
					]
				})
			);
			const exact = precision === 'exact';
			expect(shown.access).toBe(exact ? '駅から3分' : null);
			expect(shown.contacts.map(({ kind }) => kind)).toEqual(
				exact ? ['post', 'visit', 'mail'] : ['mail']
			);
		}
	});
});

describe('public content', () => {
	it('shows public telephones and nothing of how they are kept', () => {
		expect(publicContent(places.hidamari).phones).toEqual([
			{ kind: 'voice', number: '000-111-2222', label: null }
		]);
	});

	it('holds none of what is planted in the private fields', () => {
		const shown = JSON.stringify(Object.values(places).map(publicContent));
		const allowed = shown.replaceAll(canary('紙だけの場所'), '');
		expect(allowed).not.toContain('カナリア');
		for (const secret of ['370-9999', '36.98', '139.12', '36.45', '139.23']) {
			expect(shown).not.toContain(secret);
		}
	});

	it('never holds a staff-only word, whatever else a revision says', () => {
		const secret = fc.string({ minLength: 3, maxLength: 20 }).map((word) => `秘${word}秘`.trim());
		fc.assert(
			fc.property(secret, fc.constantFrom(...precisions), (word, precision) => {
				const shown = publicContent(
					content({
						name: 'なまえ',
						precision,
						staffNote: word,
						phones: [{ number: word.slice(0, 40), visibility: 'staff' }],
						contacts: [{ kind: 'mail', value: word, visibility: 'paper' }],
						consents: [{ channel: 'web', givenBy: word, how: word }]
					})
				);
				expect(JSON.stringify(shown)).not.toContain(JSON.stringify(word).slice(1, -1));
			})
		);
	});
});
