import { describe, expect, it } from 'vitest';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import { bookletChannels } from '#lib/domain/booklet/booklet.ts';
import { chapterOrders } from '#lib/domain/edition/edition.ts';
import { plainOf } from '#lib/domain/reader/profile/ruby.ts';
import { collect, collectInSteps } from '#lib/server/booklet/collecting/collect.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { usualCredit } from '#lib/server/regions/maps/outlines/loading.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { copy, sample } from '../../support/seeds.ts';
import { content, now as at, world } from '../../support/world.ts';
import { whole } from '../../support/whole.ts';

const origin = 'https://bookmark.example.jp';
const by = 'editor';

const sakura = (db: Database) => editions.find(db, { region: 'sakura', year: 2026 })!.id;
const entriesOf = ({ chapters }: Booklet) => chapters.flatMap(({ entries }) => entries);
const numbersOf = (booklet: Booklet) => entriesOf(booklet).map(({ number }) => number);

describe('The booklet of an edition', () => {
	it.each(bookletChannels)('has every entry of the sample once, in its order: %s', (channel) => {
		const db = copy(sample);
		const { booklet } = collect(db, sakura(db), { channel, origin });
		const numbers = numbersOf(booklet);
		const struck = booklet.struck.map(({ number }) => number);
		expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
		const all = editions.proof(db, sakura(db), null).entries;
		const shown = all.filter(({ withheld }) =>
			channel === 'paper' ? !withheld?.includes('冊子') : withheld === null
		);
		expect(numbers).toEqual(shown.map(({ row }) => row.number));
		expect(struck.filter((number) => numbers.includes(number))).toEqual([]);
		const [kana, need, municipality] = booklet.indexes;
		const inIndex = (index: typeof kana) =>
			index!.groups.flatMap(({ items }) => items.map(({ number }) => number)).sort((a, b) => a - b);
		expect(inIndex(kana)).toEqual(numbers);
		const closed = entriesOf(booklet).filter(({ notice }) =>
			notice?.[0]?.text.startsWith('終了しました')
		);
		expect(closed.length).toBeGreaterThan(0);
		expect(inIndex(municipality)).toEqual(
			numbers.filter((number) => closed.every((entry) => entry.number !== number))
		);
		expect(need!.groups.length).toBeGreaterThan(5);
	});

	it.each(chapterOrders)('follows the order of its edition: %s', (order) => {
		const { db, region, ids, revisions } = world();
		const id = editions.open(db, { regionId: region.id, year: 2027, by, at });
		for (const key of Object.keys(ids) as (keyof typeof ids)[]) {
			editions.pin(db, id, { resourceId: ids[key], revisionId: revisions[key] });
		}
		editions.arrange(db, id);
		editions.setOrder(db, id, order, { by, at });
		if (order === 'hand') editions.move(db, id, { resourceId: ids.kazoku, to: 1, by, at });
		const { booklet } = collect(db, id, { channel: 'paper', origin });
		const proof = editions.proof(db, id, null);
		expect(entriesOf(booklet).map(({ id }) => id)).toEqual(proof.entries.map(({ row }) => row.id));
		expect(booklet.chapters.map(({ code }) => code)).toEqual(
			order === 'kana' ? [''] : proof.chapters.map(({ code }) => code)
		);
		expect(booklet.chapters.map(({ place }) => place)).toEqual(booklet.chapters.map((_, at) => at));
	});

	it('says all that is printed of a place, as exactly as it may be told', () => {
		const { db, edition } = withEntry(
			content({ ...whole, operation: 'open', residency: 'within' })
		);
		const { booklet } = collect(db, edition, { channel: 'web', origin });
		const [entry] = entriesOf(booklet);
		const plain = Object.fromEntries(
			Object.entries(entry!).map(([field, value]) => [field, plainIn(value)])
		);
		expect(plain).toMatchObject({
			...{ number: 1, name: 'ひだまり', kana: 'ひだまり', organization: '見本の会' },
			...{ category: '居場所', symbol: 'chair', text: 'お茶を飲む', access: '駅から5分' },
			notice: '移転します（2026年4月1日まで）',
			who: '本人（女性（自認を含む）、15歳から39歳まで）。性別の補足。地域内に住む人。市内。対象の地域は高崎市',
			firstVisit: [
				'はじめ',
				'迎える人：だれか',
				'人数：3人',
				'持ちもの：なし',
				'写真・取材：なし',
				'行けなくなったら：電話'
			],
			when: ['第2土曜', '毎月15日', '年末は休み'],
			where: '〒370-0001 高崎市桜木町1-2-3 会館',
			contacts: [
				{ words: '電話（受付） 000-111-2222', link: 'tel:0001112222' },
				{ words: 'メール（代表） a@example.jp', link: 'mailto:a@example.jp' },
				{ words: 'サイト（サイト） https://example.jp/1', link: 'https://example.jp/1' }
			],
			fee: '無料（お茶代）',
			eases: [{ symbol: '予', words: '予約不要' }],
			checked: '電話で確認 2026年11月20日'
		});
		expect(entry!.address).toBe(`${origin}/resources/${entry!.id}`);
		expect(booklet).toMatchObject({
			...{ title: '地域資源ブックマーク', year: 2027, lockedOn: '2026-11-22' },
			words: { cover: null, foreword: 'はじめに', imprint: null, licence: null, funding: null },
			addresses: { errata: `${origin}/regions/gunma/2027/errata` },
			checks: [{ words: '電話', count: 1 }],
			credits: [`地図：${usualCredit}`, '出典：市の一覧（2026年1月5日取得）'],
			legend: [
				{ symbol: 'chair', words: '居場所' },
				{ symbol: '予', words: '予約不要' }
			]
		});
		expect(booklet.wishes.map(({ words }) => words)).toEqual([
			...['安心していたい', '会って話したい', '聴いてもらいたい', '自分らしく働きたい']
		]);
		expect(booklet.wishes[2]!.numbers).toEqual([1]);
		expect(booklet.readings['高崎市']).toBe('たかさきし');
	});

	it('tells of a place that has ended that it has, and no way there', () => {
		const { db, edition } = withEntry(
			content({ ...whole, operation: 'closed', operationOn: '2026-02-28', operationNote: null })
		);
		const { booklet } = collect(db, edition, { channel: 'web', origin });
		expect(entriesOf(booklet)).toMatchObject([
			{ notice: [{ text: '終了しました（2026年2月28日）' }], contacts: [], when: [], access: null }
		]);
		expect(JSON.stringify(booklet)).not.toMatch(/000-111-2222|1-2-3|example\.jp\/1/);
	});

	it('draws the numbers of exact places, and of others their town alone', () => {
		const drawnWith = (latitude: number) => {
			const { db, region, ids, revisions } = world();
			const id = editions.open(db, { regionId: region.id, year: 2027, by, at });
			const vague = resources.create(db, {
				...{ regionId: region.id, by, at },
				content: content({
					...{ name: 'あかり', kana: 'あかり', precision: 'town' },
					location: { municipality: '102024', town: '見本町', latitude, longitude: 139.05 }
				})
			});
			editions.pin(db, id, vague);
			editions.pin(db, id, { resourceId: ids.hidamari, revisionId: revisions.hidamari });
			editions.arrange(db, id);
			return collect(db, id, { channel: 'paper', origin }).booklet.chapters[0]!.map!;
		};
		const map = drawnWith(36.35);
		const numbers = [...map.svg.matchAll(/font-weight="bold">([^<]+)</g)].map(([, words]) => words);
		expect(numbers).toEqual(['2']);
		expect(map.svg).toContain('>高崎市 1番</text>');
		expect(map.alt).toBe(
			'居場所の地図。2番 居場所カフェ ひだまり、高崎市、居場所。高崎市のどこか：1番（詳しい場所は申込のあとに）。同じ場所が、このあとの一覧にあります。'
		);
		expect(drawnWith(36.9)).toEqual(map);
	});

	it('has no map of a chapter in which nothing may be drawn', () => {
		const { db } = world();
		const { id } = editions.find(db, { region: 'gunma', year: 2026 })!;
		const { chapters } = collect(db, id, { channel: 'paper', origin }).booklet;
		const drawn = chapters.filter(({ map }) => map !== null).map(({ code }) => code);
		expect(drawn).toEqual(['ibasho', 'family', 'work']);
		const others = chapters.map(({ code }) => code).filter((code) => !drawn.includes(code));
		expect(others).toEqual(['women', 'online']);
	});

	it('helps who does not know with the window of its region first', () => {
		const db = copy(sample);
		const { booklet } = collect(db, sakura(db), { channel: 'web', origin });
		const window = regions.find(db, 'sakura')!.generalWindowId;
		expect(booklet.windows[0]!.id).toBe(window);
		expect(booklet.windows.length).toBeGreaterThan(1);
	});

	it('is the same in every time zone, and whatever is saved of other places meanwhile', () => {
		const db = copy(sample);
		const take = () => JSON.stringify(collect(db, sakura(db), { channel: 'web', origin }));
		const zone = process.env['TZ'];
		const seen = new Set<string>();
		try {
			for (const place of ['UTC', 'Asia/Tokyo', 'Pacific/Honolulu']) {
				process.env['TZ'] = place;
				seen.add(take());
			}
		} finally {
			if (zone === undefined) delete process.env['TZ'];
			else process.env['TZ'] = zone;
		}
		resources.create(db, {
			...{ regionId: regions.find(db, 'sakura')!.id, by, at },
			content: content({
				name: '新しい場所',
				categories: ['ibasho'],
				location: { municipality: '990019', latitude: 36.91, longitude: 142.3 }
			})
		});
		seen.add(take());
		expect(seen.size).toBe(1);
	});
});

describe('In steps', () => {
	it('it is the same', async () => {
		const db = copy(sample);
		const asked = { channel: 'web', origin } as const;
		expect(await collectInSteps(db, sakura(db), asked)).toEqual(collect(db, sakura(db), asked));
	});

	it('it is of one moment, although something is saved between them', async () => {
		const { db, region, ids } = world();
		const { id } = editions.find(db, { region: 'gunma', year: 2026 })!;
		const made = collectInSteps(db, id, { channel: 'paper', origin });
		life.withdraw(db, ids.hidamari, { by, at, reason: '本人の希望' });
		const { booklet } = await made;
		expect(JSON.stringify(booklet)).not.toContain('ひだまり');
		expect(booklet.struck).toContainEqual({
			number: expect.any(Number) as number,
			words: '取り下げられました'
		});
		expect(booklet.region.slug).toBe(region.slug);
	});
});

/** Of an edition of 2027 with that place alone, locked. */
function withEntry(value: ReturnType<typeof content>) {
	const { db, region } = world();
	const made = resources.create(db, { regionId: region.id, content: value, by, at });
	const edition = editions.open(db, {
		regionId: region.id,
		year: 2027,
		by,
		at,
		foreword: 'はじめに'
	});
	const checked = { ...made, method: 'phone' as const, on: '2026-11-20', by, at };
	editions.pin(db, edition, { ...made, verificationId: resources.verify(db, checked) });
	editions.arrange(db, edition);
	editions.lock(db, edition, { by, at });
	return { db, edition };
}

/** A `Ruby` as its text, a list of them as texts; all else as it is. */
function plainIn(value: unknown): unknown {
	if (!Array.isArray(value) || value.length === 0) return value;
	if (value.every((part) => typeof (part as { text?: unknown }).text === 'string')) {
		return plainOf(value as { text: string }[]);
	}
	return value.every(Array.isArray) ? value.map(plainIn) : value;
}
