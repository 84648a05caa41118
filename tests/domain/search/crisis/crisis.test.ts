import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
	contactsForAll,
	firstOf,
	isWritten,
	standOf,
	topics,
	type Contact,
	type Crisis
} from '#lib/domain/search/crisis/contact.ts';
import { crisisFinder } from '#lib/domain/search/crisis/finder.ts';
import { withinOneSlip } from '#lib/domain/search/match/closeness.ts';
import { golden } from '../golden.ts';
import { ofDanger, ordinary } from './golden.ts';

const read = (file: string) =>
	JSON.parse(readFileSync(new URL(`../../../../data/${file}`, import.meta.url), 'utf8')) as unknown;
const crisis = read('crisis.json') as Crisis;
const find = crisisFinder(crisis);
const namesOf = (query: string) => find(query)?.map(({ name }) => name) ?? null;

describe('Words of danger', () => {
	it.each(ofDanger)('are heard in 「%s」', (query) => {
		expect(find(query)).not.toBeNull();
	});

	it('are heard in every word of the list, as it is written and as it is spoken', () => {
		const all = crisis.words.flatMap(({ word, kana, spellings = [] }) => [
			word,
			kana,
			...spellings
		]);
		expect(all.filter((one) => find(one) === null)).toEqual([]);
		expect(crisis.words.length).toBeGreaterThanOrEqual(40);
	});

	it('bring first what is about the matter, and writing before speaking', () => {
		expect(namesOf('死にたい')!.slice(0, 2)).toEqual(['あなたのいばしょ', '生きづらびっと']);
		expect(namesOf('夫に殴られる')![0]).toBe('DV相談＋（プラス）');
		expect(namesOf('いじめ')![0]).toBe('チャイルドラインのチャット');
		expect(namesOf('性被害')![0]).toBe('Cure time（キュアタイム）');
		for (const query of ofDanger) {
			const ways = find(query)!.map(({ way }) => way);
			expect(ways[0], query).toMatch(/^(chat|sns)$/);
			expect(ways.indexOf('phone'), query).toBeGreaterThan(ways.lastIndexOf('sns'));
		}
	});

	it('have somebody who can be reached in writing at any hour, whatever the matter', () => {
		for (const topic of topics) {
			const some = crisis.contacts.filter((one) => one.topics.includes(topic));
			expect(
				some.some(({ way, allDay }) => way === 'chat' && allDay),
				topic
			).toBe(true);
			expect(
				some.some(({ way, allDay }) => way === 'phone' && allDay),
				topic
			).toBe(true);
		}
	});
});

describe('What is shown first', () => {
	it.each(ofDanger)(
		'of 「%s」 is little: writing, then one telephone, and both answer at night',
		(query) => {
			const first = firstOf(find(query)!);
			expect(first.length).toBeLessThanOrEqual(4);
			expect(first.map(isWritten)).toEqual([...first.slice(1).map(() => true), false]);
			expect(first.at(-1)!.allDay).toBe(true);
			expect(first.slice(0, -1).some(({ allDay }) => allDay)).toBe(true);
		}
	);

	it('is ranked by its rank, whatever the hours are called', () => {
		const renamed = crisisFinder({
			...crisis,
			contacts: crisis.contacts.map((one) => ({ ...one, hours: '時間' }))
		});
		for (const query of ofDanger) {
			expect(renamed(query)!.map(({ name }) => name)).toEqual(namesOf(query));
		}
	});

	it('without any word is whoever is there for everybody at any hour', () => {
		const all = contactsForAll(crisis.contacts);
		expect(all).toHaveLength(crisis.contacts.length);
		const firstBy = (way: string) => all.find((one) => one.way === way)!;
		for (const way of ['chat', 'phone']) {
			expect([firstBy(way).allDay, firstBy(way).topics.length]).toEqual([true, topics.length]);
		}
	});

	it('is as old as the oldest of it, and confirmed only when all of it is', () => {
		const [one, other] = crisis.contacts as [Contact, Contact];
		const confirmed = { ...one, enteredOn: '2026-01-01', confirmedOn: '2027-02-01' };
		expect(standOf([confirmed, { ...other, enteredOn: '2026-11-30' }])).toEqual({
			...{ on: '2026-11-30', isConfirmed: false }
		});
		expect(standOf([confirmed])).toEqual({ on: '2027-02-01', isConfirmed: true });
	});
});

describe('Other words', () => {
	it.each(ordinary)('like 「%s」 call for nobody', (query) => {
		expect(namesOf(query)).toBeNull();
	});

	it('of the vocabularies and of the tried questions call for nobody either', () => {
		const words = ['category', 'need', 'audience', 'ease', 'fee'].flatMap((name) =>
			(read(`vocabulary/${name}.json`) as { label: string; plain: string; kana: string }[]).flatMap(
				({ label, plain, kana }) => [label, plain, kana]
			)
		);
		const asked = [...words, ...golden.map(({ query }) => query)];
		const found = asked.filter((one) => find(one) !== null);
		expect(found.filter((one) => !ofDanger.includes(one))).toEqual([]);
	});

	it('of any kind are answered, however long and strange', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => void find(text))
		);
		expect(find('あ'.repeat(5000))).toBeNull();
	});
});

test.each([
	['なぐられる', 'なぐられる', true],
	['なぐられる', 'なぐられ', true],
	['なぐられる', 'なぐらえる', true],
	['なぐられる', 'なぐれらる', true],
	['なぐられる', 'いなぐられる', true],
	['なぐられる', 'なぐれら', false],
	['なぐられる', 'なくらえる', false],
	['あ', '', true],
	['ab', 'ba', true],
	['ab', 'cd', false]
])('%s and %s are within one slip: %s', (one, other, are) => {
	expect([withinOneSlip(one, other), withinOneSlip(other, one)]).toEqual([are, are]);
});
