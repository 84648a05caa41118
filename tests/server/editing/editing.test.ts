import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyForm, formOf } from '#lib/domain/editing/form.ts';
import { parseResourceFilter } from '#lib/domain/editing/resource-filter.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import { verify } from '#lib/server/audit/index.ts';
import { close } from '#lib/server/database/client.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as verifications from '#lib/server/editing/verify.ts';
import { takeOut } from '#lib/server/editions/membership.ts';
import { dataVersion } from '#lib/server/database/data-version.ts';
import * as proposals from '#lib/server/editing/proposals/propose.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import { divergencesOf } from '#lib/server/editing/editor.ts';
import { history } from '#lib/server/resources/history.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import { look } from '#lib/server/editing/preview.ts';
import { save } from '#lib/server/editing/save.ts';
import { cast, type Cast } from '../../support/staff.ts';
import { canary, now, places, world, type World } from '../../support/world.ts';

let made: World;
let people: Cast;
beforeEach(() => {
	made = world();
	people = cast(made.db, { at: now });
});
afterEach(() => close(made.db));

const rows = <T>(sql: string, ...values: unknown[]) =>
	made.db.$client.prepare(sql).all(...values) as T[];

const saving = (content = places.hidamari, base: number | null = made.revisions.hidamari) => ({
	resourceId: made.ids.hidamari,
	regionId: made.region.id,
	...{ content, base, by: people.editor, at: now, reason: '電話で聞いた' }
});

describe('Saving a resource', () => {
	test('publishes a revision, moves the pin of the edition that is made, and none of a printed one', () => {
		const { db, ids, revisions } = made;
		const edition = editions.open(db, {
			regionId: made.region.id,
			year: 2027,
			by: 'test',
			at: now
		});
		editions.pin(db, edition, { resourceId: ids.hidamari, revisionId: revisions.hidamari });
		editions.arrange(db, edition);
		const saved = save(db, saving({ ...places.hidamari, summary: '新しいひとこと' }));
		expect(saved).toMatchObject({ state: 'saved', editions: 1 });
		const pins = rows<{ year: number; revision_id: number; state: string }>(
			`SELECT d.year, e.revision_id, e.state FROM entries e JOIN editions d ON d.id = e.edition_id
			WHERE e.resource_id = ? ORDER BY d.year`,
			ids.hidamari
		);
		const newest = 'revisionId' in saved ? saved.revisionId : 0;
		expect(pins.map((pin) => pin.revision_id)).toEqual([
			revisions.hidamari,
			revisions.hidamari,
			newest
		]);
		expect(pins[2]!.state).toBe('changed');
		expect(staffView.find(db, ids.hidamari)!.content.summary).toBe('新しいひとこと');
		expect(history(db, ids.hidamari)[0]).toMatchObject({
			...{ number: 2, by: 'editor', reason: '電話で聞いた', isCurrent: 1 }
		});
		expect(verify(db).ok).toBe(true);
	});

	test('that changes nothing makes no revision', () => {
		expect(save(made.db, saving()).state).toBe('unchanged');
		expect(history(made.db, made.ids.hidamari)).toHaveLength(1);
	});

	test('over what somebody else saved writes nothing, and tells the fields apart', () => {
		const { db, revisions } = made;
		const theirs = { ...places.hidamari, summary: 'ほかの人', fee: 'paid' };
		const first = save(db, saving(theirs));
		const mine = { ...places.hidamari, summary: '自分', access: 'バスで5分' };
		const second = save(db, saving(mine));
		expect(second).toMatchObject({ state: 'conflict' });
		const current = 'revisionId' in first ? first.revisionId : 0;
		const open = divergencesOf(db, mine, { base: revisions.hidamari, current });
		expect(open.map(({ field, choice }) => [field, choice])).toEqual([
			['summary', null],
			['fee', 'theirs'],
			['access', 'mine']
		]);
		expect(staffView.find(db, made.ids.hidamari)!.content.summary).toBe('ほかの人');
	});
});

describe('A proposal', () => {
	const proposed = () =>
		proposals.propose(made.db, saving({ ...places.hidamari, name: canary('提案') }));

	test('waits: readers and the search know nothing of it', () => {
		const { db, ids } = made;
		const { revisionId } = proposed();
		const shown = resourcePages.find(db, ids.hidamari, { now });
		expect(shown!.content.name).toBe(places.hidamari.name);
		expect(rows('SELECT 1 FROM search_documents WHERE revision_id = ?', revisionId)).toEqual([]);
		expect(staffView.find(db, ids.hidamari)!.proposals).toBe(1);
	});
});

describe('A draft', () => {
	const key = () => ({ by: people.editor, subject: made.ids.hidamari });

	test('is somebody’s own, and gone once it is discarded', () => {
		const fields = { ...formOf(places.hidamari), name: '書きかけ' };
		drafts.keep(made.db, key(), { fields, base: 1, at: now });
		expect(drafts.find(made.db, key())).toMatchObject({ fields: { name: '書きかけ' }, base: 1 });
		expect(drafts.find(made.db, { ...key(), by: people.admin })).toBeNull();
		drafts.discard(made.db, key());
		expect(drafts.find(made.db, key())).toBeNull();
	});

	test('leaves everything that is kept for readers as it is', () => {
		const before = dataVersion(made.db);
		drafts.keep(made.db, key(), { fields: emptyForm(), base: null, at: now });
		drafts.discard(made.db, key());
		expect(dataVersion(made.db)).toBe(before);
		save(made.db, saving({ ...places.hidamari, summary: '違う' }));
		expect(dataVersion(made.db)).not.toBe(before);
	});
});

describe('The list of the editors', () => {
	const user = (role: User['role'], more: Partial<User> = {}): User => ({
		...{ id: people.editor, name: '', role, regions: [made.region.id], resources: [] },
		...more
	});
	const names = (query: string, who = user('editor')) =>
		staffView
			.list(made.db, who, parseResourceFilter(new URLSearchParams(query)), now)
			.rows.map(({ name }) => name);

	test.each([
		['words=ヒダマリ', [places.hidamari.name]],
		['category=women', [places.tsuki.name]],
		['municipality=102016&words=家族会', [places.kazoku.name]],
		['state=hidden', [places.kamidake.name]],
		['state=withdrawn', []],
		['words=%25', []]
	])('narrowed to %s', (query, expected) => expect(names(query)).toEqual(expected));

	test('shows an editor their regions and a partner their organizations', () => {
		expect(names('')).toHaveLength(6);
		expect(names('', user('editor', { regions: [] }))).toEqual([]);
		expect(names('', user('partner'))).toEqual([]);
	});
});

describe('The life of a resource', () => {
	const act = () => ({ by: people.editor, at: now, reason: '同じ場所だった' });

	test('two that are one: the first leads to the second, what is printed stays', () => {
		const { db, ids } = made;
		expect(life.merge(db, ids.hidamari, ids.tsuki, act())).toBe('merged');
		expect(resourcePages.find(db, ids.hidamari, { now })!.gone!.mergedInto).toBe(ids.tsuki);
		const printed = rows('SELECT 1 FROM entries WHERE resource_id = ?', ids.hidamari);
		expect(printed).toHaveLength(2);
		expect(life.merge(db, ids.tsuki, ids.hidamari, act())).toBe('gone');
		expect(life.merge(db, ids.tsuki, ids.tsuki, act())).toBe('same');
	});

	test('two that are one: the second takes the place of the first in the edition that is made', () => {
		const { db, ids, region } = made;
		const [by, at] = [people.editor, now];
		const open = (year: number) =>
			editions.openFrom(db, { regionId: region.id, year, by, at }) as number;
		const entries = (id: number) =>
			editions.board(db, id).map(({ resourceId, number, progress }) => ({
				...{ resourceId, number, progress }
			}));
		const id = open(2027);
		takeOut(db, id, ids.tsuki, { by, at, reason: '見送り' });
		const { entryId, number } = verifications.entryOf(db, id, ids.hidamari)!;
		editions.change(db, id, [entryId], { stage: 'waiting', by, at });
		const [before] = [entries(id)];
		life.merge(db, ids.hidamari, ids.tsuki, act());
		expect(entries(id)).toEqual(
			before.map((entry) =>
				entry.resourceId === ids.hidamari ? { ...entry, resourceId: ids.tsuki } : entry
			)
		);
		expect(entries(id)).toContainEqual({ resourceId: ids.tsuki, number, progress: 'waiting' });
	});

	test('two that are one: a new edition is opened with the second, once', () => {
		const { db, ids, region } = made;
		const regionId = region.id;
		const { carried } = editions.outlook(db, { regionId, year: 2027 });
		life.merge(db, ids.hidamari, ids.tsuki, act());
		const seen = editions.outlook(db, { regionId, year: 2027 });
		expect([seen.carried, seen.left]).toEqual([carried - 1, 0]);
		const by = people.editor;
		const id = editions.openFrom(db, { regionId, year: 2027, by, at: now }) as number;
		const all = editions.board(db, id).map(({ resourceId }) => resourceId);
		expect(all).toHaveLength(seen.carried);
		expect(all).toContain(ids.tsuki);
	});

	test('withdrawn, out of the edition that is made; reinstated, with its whole history', () => {
		const { db, ids, revisions } = made;
		const edition = editions.open(db, {
			regionId: made.region.id,
			year: 2027,
			by: 'test',
			at: now
		});
		editions.pin(db, edition, { resourceId: ids.hidamari, revisionId: revisions.hidamari });
		expect(life.reinstate(db, ids.hidamari, act())).toBe(false);
		expect(life.withdraw(db, ids.hidamari, act())).toBe(true);
		expect(life.withdraw(db, ids.hidamari, act())).toBe(false);
		expect(rows('SELECT 1 FROM entries WHERE edition_id = ?', edition)).toEqual([]);
		expect(resourcePages.find(db, ids.hidamari, { now })!.gone).not.toBeNull();
		expect(life.reinstate(db, ids.hidamari, act())).toBe(true);
		expect(resourcePages.find(db, ids.hidamari, { now })!.gone).toBeNull();
		expect(history(db, ids.hidamari)).toHaveLength(1);
	});
});

test('While a name is typed, the same place is pointed out, its kana suggested, its times read', () => {
	const fields = {
		...emptyForm(),
		name: '居場所カフェ　ひだまり',
		categories: ['ibasho'],
		schedules: formOf(places.hidamari).schedules
	};
	const seenBy = (role: User['role']) =>
		look(made.db, fields, { resourceId: null, regionId: made.region.id, user: { role }, now });
	const seen = seenBy('editor');
	expect(seenBy('partner').duplicates).toEqual([]);
	expect(seen.duplicates).toMatchObject([{ id: made.ids.hidamari, why: '名前が同じ' }]);
	expect(seen.kana).toContain('ひだまり');
	expect(seen.schedules[0]!.rule).toBe('毎月第2・第4土曜 14:00〜16:00');
	expect(seen.schedules[0]!.next).toHaveLength(5);
	expect(JSON.stringify(seen)).not.toContain('カナリア');
});
