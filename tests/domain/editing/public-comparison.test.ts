import { describe, expect, it } from 'vitest';
import { comparePublic } from '#lib/domain/editing/public-comparison.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { publicContent, type PublicContent } from '#lib/domain/resource/publication.ts';
import { vocabularies } from '../../support/lexicon.ts';
import { whole } from '../../support/whole.ts';
import { content } from '../../support/world.ts';

const names = { vocabularies, municipalities: new Map([['102024', '高崎市']]) };
const found = (before: Content, after: Content) =>
	comparePublic(publicContent(before), publicContent(after), names).map(({ field }) => field);

/** The paths of everything that is said, and the same content with just that said otherwise. */
function* otherwise(value: unknown, path: string[] = []): Generator<[string, PublicContent]> {
	if (value !== null && typeof value === 'object') {
		for (const [key, part] of Object.entries(value)) yield* otherwise(part, [...path, key]);
		return;
	}
	if (value === null || ['ageOpen', 'retrievedOn'].includes(path.at(-1)!)) return;
	const copy = structuredClone(publicContent(whole)) as unknown as Record<string, unknown>;
	const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
	parent[path.at(-1)!] = other(value, path.join('.'));
	yield [path.join('.'), copy as unknown as PublicContent];
}

function other(value: unknown, path: string): unknown {
	const choices: Record<string, unknown> = {
		operation: 'open',
		'eases.no-booking': 'no',
		'eases.visit-first': 'yes',
		'phones.0.kind': 'fax',
		'contacts.0.kind': 'line',
		'schedules.0.frequency': 'yearly',
		'schedules.0.days.0': 'su',
		'schedules.0.holidays': 'open',
		'schedules.0.exceptions.0.kind': 'added',
		'schedules.0.exceptions.1.kind': 'closed',
		'schedules.1.frequency': 'yearly',
		'place.precision': 'municipality'
	};
	if (path in choices) return choices[path];
	if (typeof value === 'number') return value + 1;
	if (/^\d{4}-\d\d-\d\d$/.test(String(value))) return '2027-05-06';
	return `${String(value)}x`;
}

describe('A comparison', () => {
	it('is tried in every field that readers see', () => {
		const isSaid = (value: unknown) => value !== null && Object.keys(value as object).length > 0;
		const unsaid = Object.entries(publicContent(whole)).filter(
			([, value]) => !['number', 'boolean'].includes(typeof value) && !isSaid(value)
		);
		expect(unsaid.map(([field]) => field)).toEqual([]);
	});

	it.each([...otherwise(publicContent(whole))])('tells that %s is another', (_, after) => {
		expect(comparePublic(publicContent(whole), after, names)).toHaveLength(1);
	});

	it('tells of nothing where nothing differs, and of one thing once', () => {
		expect(found(whole, whole)).toEqual([]);
		expect(found(whole, content({ ...whole, ageMin: 18, ageMax: null, ageOpen: true }))).toEqual([
			'ageMin'
		]);
	});

	it('tells of a place no more than may be shown of it', () => {
		const at = (latitude: number, precision: 'exact' | 'town' | 'private') =>
			content({ ...whole, precision, location: { ...whole.location, latitude, street: '9-9' } });
		expect(found(at(36, 'exact'), at(36.5, 'exact'))).toEqual(['place']);
		for (const precision of ['town', 'private'] as const) {
			expect(found(at(36, precision), at(36.5, precision))).toEqual([]);
		}
	});

	it('says that the point on the map is another, and never where it is', () => {
		const changes = (latitude: number | null, other: number | null) => {
			const [before, after] = [latitude, other].map((latitude) =>
				content({
					...whole,
					location: {
						...whole.location,
						latitude,
						longitude: latitude && whole.location.longitude
					}
				})
			);
			return comparePublic(publicContent(before!), publicContent(after!), names);
		};
		expect(changes(36.32, 36.5)).toEqual([
			{
				...{ field: 'place', title: '場所' },
				...{ before: '地図の点があります', after: '地図の点は別の位置です' }
			}
		]);
		expect(changes(36.32, null)).toMatchObject([{ after: '地図の点はありません' }]);
		expect(changes(null, 36.32)).toMatchObject([{ before: '地図の点はありません' }]);
		expect(changes(36.32, 36.3200001)).toEqual([]);
	});

	it('says words that were there before in the words of the page', () => {
		const [change] = comparePublic(
			publicContent(whole),
			publicContent(content({ ...whole, capacity: 12 })),
			names
		);
		expect(change).toEqual({ field: 'capacity', title: '定員', before: '8人', after: '12人' });
	});
});
