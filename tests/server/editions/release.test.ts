import { beforeEach, describe, expect, it } from 'vitest';
import { blanksOf } from '#lib/domain/edition/coverage.ts';
import * as audit from '#lib/server/audit/index.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as verifications from '#lib/server/editing/verify.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { save } from '#lib/server/editing/save.ts';
import { content, now as at, places, world, type World } from '../../support/world.ts';

const by = 'editor';
let here: World;
let id: number;

/** An edition of 2027 with everything of 2026, checked, and its imprint. */
beforeEach(() => {
	here = world();
	id = editions.open(here.db, {
		regionId: here.region.id,
		year: 2027,
		by,
		at,
		imprint: '発行 見本の会'
	});
	for (const key of Object.keys(places) as (keyof typeof places)[]) pin(key);
	editions.arrange(here.db, id);
});

function pin(key: keyof typeof places, revisionId = here.revisions[key]) {
	const { db, ids } = here;
	const resourceId = ids[key];
	const verificationId = resources.verify(db, {
		resourceId,
		revisionId,
		method: 'phone',
		on: '2026-11-20',
		by,
		at
	});
	editions.pin(db, id, { resourceId, revisionId, verificationId });
}

const lacks = () =>
	editions
		.readiness(here.db, id, { at })
		.lacking.flatMap(({ name, missing }) => missing.map(({ check }) => `${name} ${check}`));

function waiveAll() {
	for (const { resourceId, missing } of editions.readiness(here.db, id, { at }).lacking) {
		for (const { check } of missing) {
			editions.waive(here.db, id, { resourceId, check, reason: '今年はこのまま', by, at });
		}
	}
}

const numbers = () =>
	editions.proof(here.db, id, null).entries.map(({ row }) => [row.number, row.name]);

describe('校了', () => {
	it('is blocked by what is missing, and nothing changes', () => {
		expect(lacks()).toContain(`${places.kazoku.name} words`);
		const answer = editions.lockWhenReady(here.db, id, { by, at });
		expect(answer).toMatchObject({ entries: 6, words: [] });
		expect(staffView.find(here.db, { slug: 'gunma', year: '2027' })!.state).toBe('preparing');
	});

	it('takes a waiver for its own entries alone, and while it is made', () => {
		const elsewhere = resources.create(here.db, {
			...{ regionId: regions.find(here.db, 'tokyo')!.id, by, at },
			content: content({ name: 'よその場所' })
		}).resourceId;
		const lack = { check: 'kana', reason: 'さぐる', by, at } as const;
		expect(editions.waive(here.db, id, { ...lack, resourceId: elsewhere })).toBe(false);
		expect(editions.waive(here.db, id, { ...lack, resourceId: 'nobody' })).toBe(false);
		expect(editions.unwaive(here.db, id, { ...lack, resourceId: elsewhere })).toBe(false);
		const own = { ...lack, check: 'words', resourceId: here.ids.kazoku } as const;
		expect(editions.waive(here.db, id, { ...own, check: 'schedule' })).toBe(false);
		expect(editions.waive(here.db, id, own)).toBe(true);
		const entryIds = editions.board(here.db, id).map(({ entryId }) => entryId);
		editions.lock(here.db, id, { by, at });
		expect(editions.waive(here.db, id, own)).toBe(false);
		expect(editions.unwaive(here.db, id, own)).toBe(false);
		expect(editions.change(here.db, id, entryIds, { stage: 'waiting', by, at })).toEqual({
			...{ found: 0, changed: 0 }
		});
	});

	it('holds a waiver for nothing but what was found when it was given', () => {
		const { db, ids } = here;
		const own = { resourceId: ids.kazoku, check: 'schedule' } as const;
		const say = (text: string) => {
			const found = verifications.entryOf(db, id, ids.kazoku)!;
			save(db, {
				...{ resourceId: ids.kazoku, regionId: here.region.id, reason: null, by, at },
				...{ base: found.revisionId, content: content({ ...found.content, schedules: [{ text }] }) }
			});
		};
		const waived = () =>
			editions
				.readiness(db, id, { at })
				.lacking.find(({ resourceId }) => resourceId === ids.kazoku)!
				.missing.find(({ check }) => check === 'schedule')!.waiver?.reason;
		say('毎月だいたい第2土曜');
		expect(editions.waive(db, id, { ...own, reason: '月ごとに決まる', by, at })).toBe(true);
		expect(waived()).toBe('月ごとに決まる');
		say('毎週どこかの曜日の10時');
		expect(waived()).toBeUndefined();
	});

	it('passes when every lack of every entry has a reason of its own', () => {
		waiveAll();
		const { resourceId, missing } = editions.readiness(here.db, id, { at }).lacking[0]!;
		editions.unwaive(here.db, id, { resourceId, check: missing[0]!.check, by, at });
		expect(editions.lockWhenReady(here.db, id, { by, at })).toMatchObject({ open: 1 });
		editions.waive(here.db, id, { resourceId, check: missing[0]!.check, reason: 'よし', by, at });
		expect(editions.lockWhenReady(here.db, id, { by, at })).toBe('locked');
		expect(audit.verify(here.db)).toMatchObject({ ok: true });
	});

	it('is blocked by a missing imprint and by an edition without entries, whatever was waived', () => {
		const empty = editions.open(here.db, { regionId: here.region.id, year: 2028, by, at });
		expect(editions.lockWhenReady(here.db, empty, { by, at })).toMatchObject({
			words: ['entries', 'imprint']
		});
	});

	it('can be taken back, and numbers stay although an entry came and one was renamed', () => {
		const { db, ids } = here;
		const late = resources.create(db, {
			regionId: here.region.id,
			content: { ...places.hidamari, name: 'あとから来た居場所', kana: 'ああ' },
			by,
			at
		});
		waiveAll();
		editions.lockWhenReady(db, id, { by, at });
		const before = numbers();
		editions.unlock(db, id, { by, at, reason: '1件足りなかった' });
		expect(staffView.find(db, { slug: 'gunma', year: '2027' })!.state).toBe('preparing');
		const renamed = resources.revise(db, ids.hidamari, {
			content: { ...places.hidamari, name: 'わたしの居場所', kana: 'わたしのいばしょ' },
			by,
			at
		});
		pin('hidamari', renamed);
		editions.pin(db, id, late);
		editions.arrange(db, id);
		const names = new Map(before.map(([number, name]) => [name, number]));
		for (const [number, name] of numbers()) {
			const known = names.get(name === 'わたしの居場所' ? places.hidamari.name : name!);
			expect(number, String(name)).toBe(known ?? before.length + 1);
		}
	});

	it('cannot be taken back once it is published', () => {
		editions.publish(here.db, id, { by, at });
		expect(() => editions.unlock(here.db, id, { by, at, reason: '直したい' })).toThrow(
			'a published edition never changes'
		);
	});
});

describe('two editions compared', () => {
	it('say of each resource what became of it, and of what changed which fields', () => {
		const { db, ids } = here;
		const revised = resources.revise(db, ids.hidamari, {
			content: { ...places.hidamari, feeNote: 'お茶代200円' },
			by,
			at
		});
		pin('hidamari', revised);
		const noted = resources.revise(db, ids.kazoku, {
			content: { ...places.kazoku, staffNote: '夜に電話' },
			by,
			at
		});
		pin('kazoku', noted);
		const closed = resources.revise(db, ids.tsuki, {
			content: { ...places.tsuki, operation: 'closed' },
			by,
			at
		});
		pin('tsuki', closed);
		db.$client
			.prepare('DELETE FROM entries WHERE edition_id = ? AND resource_id = ?')
			.run(id, ids.online);
		editions.arrange(db, id);
		const both = [2026, 2027].map((year) =>
			staffView.find(db, { slug: 'gunma', year: String(year) })!
		);
		const { counts, rows } = editions.comparison(db, both as [(typeof both)[0], (typeof both)[0]]);
		expect(counts).toEqual({
			new: 0,
			continued: 2,
			changed: 2,
			paused: 0,
			closed: 1,
			'left-out': 1
		});
		const fieldsOf = (resourceId: string) =>
			rows.find((row) => row.resourceId === resourceId)!.fields.map(({ field }) => field);
		expect(fieldsOf(ids.hidamari)).toEqual(['fee']);
		expect(fieldsOf(ids.kazoku)).toEqual([]);
		const csv = editions.comparisonCsv(db, { from: 2026, to: 2027, counts, rows });
		expect(csv).toContain('変更');
		expect(csv).toContain('お茶代200円');
		expect(csv).not.toContain('夜に電話');
	});
});

describe('the coverage sheet', () => {
	it('counts what is open for whom in every town and chapter, and its blanks', () => {
		const { db, region } = here;
		const sheet = editions.coverage(db, { editionId: id, regionId: region.id });
		expect(sheet.get('102024')!.get('ibasho')).toEqual({
			total: 1,
			person: 1,
			experienced: 1,
			family: 0,
			supporter: 0
		});
		expect(sheet.get('102016')!.get('ibasho')!.total).toBe(0);
		const cells = (sheet.size - 1) * editions.chaptersOf(db).length;
		expect(blanksOf(sheet)).toBe(cells - 5);
		expect(blanksOf(sheet, 'supporter')).toBe(cells);
		expect(editions.coverageCsv(db, sheet)).toContain('高崎市,居場所,1,1,1,0,0');
	});
});
