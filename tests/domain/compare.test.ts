import { describe, expect, it } from 'vitest';
import { compare } from '#lib/domain/compare.ts';
import type { Content } from '#lib/domain/content.ts';
import { publicContent, type PublicContent } from '#lib/domain/publication.ts';
import { vocabularies } from '../support/lexicon.ts';
import { content } from '../support/world.ts';

const whole = content({
	name: 'ひだまり',
	kana: 'ひだまり',
	plainName: 'ひだまりさん',
	organization: {
		...{ name: '見本の会', kana: 'みほんのかい', corporateNumber: '1234567890123' },
		url: 'https://example.jp/'
	},
	categories: ['ibasho'],
	needs: ['be-heard'],
	audiences: ['person'],
	accessibility: ['lift'],
	languages: ['ja'],
	ageMin: 15,
	ageMax: 39,
	gender: 'women',
	genderNote: '性別の補足',
	residency: 'resident',
	residencyNote: '市内',
	serviceArea: ['102024'],
	summary: 'お茶を飲む',
	description: '紹介',
	activities: 'すること',
	firstVisit: {
		...{ meets: 'だれか', first: 'はじめ', people: '3人', bring: 'なし', photos: 'なし' },
		cannotCome: '電話'
	},
	approach: '申し込み方',
	referral: '紹介のしかた',
	fee: 'free',
	feeNote: 'お茶代',
	intake: 'open',
	intakeOn: '2026-01-02',
	operation: 'paused',
	operationOn: '2026-02-03',
	operationNote: '改装',
	capacity: 8,
	hoursNote: '年末は休み',
	schedules: [
		{
			...{ text: '第2土曜', frequency: 'monthly', days: ['sa'], positions: [2] },
			exceptions: [{ on: '2026-12-12', kind: 'closed', note: '大掃除' }]
		}
	],
	phones: [{ number: '000-111-2222', label: '受付' }],
	contacts: [{ kind: 'mail', value: 'a@example.jp', label: '代表' }],
	links: [{ label: 'サイト', url: 'https://example.jp/1' }],
	precision: 'exact',
	location: {
		...{ municipality: '102024', town: '桜木町', street: '1-2-3', building: '会館' },
		...{ postalCode: '370-0001', latitude: 36.32, longitude: 139.01 }
	},
	access: '駅から5分',
	accessibilityNote: '段差あり',
	alert: { text: '移転します', from: '2026-03-01', until: '2026-04-01' },
	sources: [{ name: '市の一覧', url: 'https://example.jp/2', retrievedOn: '2026-01-05' }]
});
const names = { vocabularies, municipalities: new Map([['102024', '高崎市']]) };
const found = (before: Content, after: Content) =>
	compare(publicContent(before), publicContent(after), names).map(({ field }) => field);

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
		'phones.0.kind': 'fax',
		'contacts.0.kind': 'line',
		'schedules.0.frequency': 'yearly',
		'schedules.0.days.0': 'su',
		'schedules.0.exceptions.0.kind': 'added',
		'place.precision': 'municipality'
	};
	if (path in choices) return choices[path];
	if (typeof value === 'number') return value + 1;
	if (/^\d{4}-\d\d-\d\d$/.test(String(value))) return '2027-05-06';
	return `${String(value)}x`;
}

describe('A comparison', () => {
	it.each([...otherwise(publicContent(whole))])('tells that %s is another', (_, after) => {
		expect(compare(publicContent(whole), after, names)).toHaveLength(1);
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

	it('says words that were there before in the words of the page', () => {
		const [change] = compare(
			publicContent(whole),
			publicContent(content({ ...whole, capacity: 12 })),
			names
		);
		expect(change).toEqual({ field: 'capacity', title: '定員', before: '8人', after: '12人' });
	});
});
