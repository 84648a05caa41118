import type { Content, ContentInput } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { copy, prepared, seed } from './seeds.ts';

export { now } from './seeds.ts';

/** Plants a word that must never be seen outside. */
export const canary = (what: string) => `カナリア-${what}`;

const consents: ContentInput['consents'] = [
	{ channel: 'web', givenBy: '代表', givenOn: '2026-04-01', how: 'メール' },
	{ channel: 'paper', givenBy: '代表', givenOn: '2026-04-01', how: 'メール' }
];

export function content(input: Partial<ContentInput> & { name: string }): Content {
	const parsed = parseContent({ categories: ['ibasho'], precision: 'exact', consents, ...input });
	if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
	return parsed.value;
}

const takasaki = '102024';
const maebashi = '102016';

/** The cast of places in the region 群馬県: two editions, 2025 and 2026, both published. */
export const places = {
	hidamari: content({
		name: '居場所カフェ ひだまり',
		kana: 'いばしょかふぇ ひだまり',
		needs: ['feel-safe'],
		audiences: ['person', 'experienced'],
		eases: { 'no-booking': 'yes', 'no-talking': 'yes', 'visit-first': 'no' },
		ageOpen: true,
		fee: 'free',
		feeNote: 'お茶代100円',
		summary: '本を読んだり、お茶を飲んだり。',
		location: {
			municipality: takasaki,
			town: '桜木町',
			street: '1-2-3',
			building: '日だまりビル2階',
			postalCode: '370-0001',
			latitude: 36.32,
			longitude: 139.01
		},
		access: '駅から歩いて5分',
		schedules: [
			{
				text: '第2・第4土曜 14時〜16時',
				frequency: 'monthly',
				days: ['sa'],
				positions: [2, 4],
				startsAt: '14:00',
				endsAt: '16:00'
			}
		],
		phones: [
			{ number: '000-111-2222' },
			{ number: canary('職員用電話'), visibility: 'staff' },
			{ number: canary('冊子用電話'), visibility: 'paper' }
		],
		contacts: [{ kind: 'mail', value: 'hidamari@example.jp' }],
		staffNote: canary('職員メモ')
	}),
	tsuki: content({
		name: '月の部屋',
		kana: 'つきのへや',
		categories: ['women'],
		audiences: ['person'],
		gender: 'women',
		precision: 'private',
		location: {
			municipality: takasaki,
			town: canary('非公開の町'),
			street: canary('非公開の番地'),
			building: canary('非公開の建物'),
			postalCode: '370-9999',
			latitude: 36.987654,
			longitude: 139.123456
		},
		access: canary('非公開の行き方'),
		contacts: [{ kind: 'visit', value: canary('非公開の訪ね先') }]
	}),
	kazoku: content({
		name: '家族会 はるか',
		kana: 'かぞくかい はるか',
		categories: ['family'],
		audiences: ['family'],
		precision: 'town',
		fee: 'partly',
		location: {
			municipality: maebashi,
			town: '見本町',
			street: canary('町までの番地'),
			latitude: 36.456789,
			longitude: 139.234567
		}
	}),
	online: content({
		name: 'オンライン ほしぞら',
		kana: 'おんらいん ほしぞら',
		categories: ['online'],
		precision: 'online',
		location: { municipality: maebashi, street: canary('主催者の番地') },
		eases: { 'online-ok': 'yes' }
	}),
	shigoto: content({
		name: 'しごと準備室 みちくさ',
		kana: 'しごとじゅんびしつ みちくさ',
		categories: ['employment-transition'],
		precision: 'municipality',
		fee: 'insured',
		location: { municipality: takasaki, town: canary('市までの町') }
	}),
	kamidake: content({
		name: canary('紙だけの場所'),
		kana: 'かみだけ',
		consents: [{ channel: 'paper', givenBy: '代表', how: '電話' }]
	})
};

export type World = {
	db: Database;
	region: NonNullable<ReturnType<typeof regions.find>>;
	ids: Record<keyof typeof places, string>;
	revisions: Record<keyof typeof places, number>;
};

const by = 'editor';

/** Seeded with the cast and its two editions. */
export const populated = seed(populate, prepared);

export function world(file = ':memory:'): World {
	return { ...structuredClone(populated().made), db: copy(populated, file) };
}

/** Puts the cast and its two editions into a database that is prepared. */
export function populate(db: Database): Omit<World, 'db'> {
	const { id: regionId } = regions.find(db, 'gunma')!;
	const created = Object.entries(places).map(([key, value], i) => {
		const id = `00000000-0000-4000-8000-00000000000${i}`;
		const at = new Date('2025-04-01T03:00:00Z');
		return [key, resources.create(db, { id, regionId, content: value, by, at })] as const;
	});
	const revisions = Object.fromEntries(
		created.map(([key, { revisionId }]) => [key, revisionId])
	) as World['revisions'];
	const ids = Object.fromEntries(
		created.map(([key, { resourceId }]) => [key, resourceId])
	) as World['ids'];
	for (const year of [2025, 2026]) {
		const at = new Date(`${year}-06-01T03:00:00Z`);
		const edition = editions.open(db, { regionId, year, by, at, foreword: 'はじめに' });
		for (const [key, { resourceId, revisionId }] of created) {
			if (year === 2025 && key === 'shigoto') continue;
			const on = `${year}-05-01`;
			const verification = { resourceId, revisionId, method: 'phone' as const, on, by, at };
			const verificationId = resources.verify(db, verification);
			editions.pin(db, edition, { resourceId, revisionId, verificationId });
		}
		editions.publish(db, edition, { by, at });
	}
	return { region: regions.find(db, 'gunma')!, ids, revisions };
}
