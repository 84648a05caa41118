import { beforeEach, describe, expect, it } from 'vitest';
import { parseResourceFilter } from '#lib/domain/resource-filter.ts';
import type { Verified } from '#lib/domain/round.ts';
import type { User } from '#lib/domain/staff.ts';
import * as audit from '#lib/server/audit.ts';
import * as editions from '#lib/server/editions.ts';
import { askedFrom, callsCsv } from '#lib/server/editions/asking.ts';
import { absent, add, takeOut } from '#lib/server/editions/membership.ts';
import { setWords, words } from '#lib/server/editions/words.ts';
import * as resources from '#lib/server/resources.ts';
import * as desk from '#lib/server/resources/desk.ts';
import { save } from '#lib/server/resources/saving.ts';
import * as staff from '#lib/server/staff.ts';
import { cast, type Cast } from '../support/staff.ts';
import { canary, now as at, places, world, type World } from '../support/world.ts';

let here: World;
let people: Cast;
let by: string;
let user: User;
let id: number;

beforeEach(() => {
	here = world();
	people = cast(here.db, { at });
	by = people.editor;
	user = staff.findUser(here.db, by)!;
	id = editions.openFrom(here.db, { regionId: here.region.id, year: 2027, by, at }) as number;
});

const verified = (more: Partial<Verified> = {}): Verified => ({
	method: 'phone',
	on: '2026-11-20',
	role: '代表',
	sections: [],
	result: 'confirmed',
	note: null,
	nextDueOn: '2027-05-01',
	...more
});
const check = (key: keyof typeof places, more: Partial<Verified> = {}) =>
	editions.verifyEntry(here.db, { editionId: id, resourceId: here.ids[key] }, verified(more), {
		by,
		at
	});
const progress = () =>
	Object.fromEntries(editions.board(here.db, id).map((entry) => [entry.name, entry.progress]));

describe('A new edition', () => {
	it('carries every entry over as it is now, and nobody has verified it', () => {
		expect(editions.board(here.db, id)).toHaveLength(6);
		expect(new Set(Object.values(progress()))).toEqual(new Set(['untouched']));
	});

	it('leaves out what has closed or was withdrawn, and says so before', () => {
		const { db, region, ids } = here;
		resources.revise(db, ids.tsuki, { content: { ...places.tsuki, operation: 'closed' }, by, at });
		resources.withdraw(db, ids.kazoku, { by, at, reason: '本人の希望' });
		const year = 2028;
		expect(editions.outlook(db, { regionId: region.id, year })).toEqual({
			from: { id, year: 2027 },
			carried: 4,
			left: 2
		});
		const next = editions.openFrom(db, { regionId: region.id, year, by, at }) as number;
		expect(editions.board(db, next)).toHaveLength(4);
	});

	it('is opened once', () => {
		const again = { regionId: here.region.id, year: 2027, by, at };
		expect(editions.openFrom(here.db, again)).toBe('exists');
	});
});

describe('The round', () => {
	it('says of each entry what its verification came to', () => {
		check('hidamari');
		check('kazoku', { result: 'changed' });
		check('tsuki', { result: 'unreachable' });
		expect(progress()).toMatchObject({
			[places.hidamari.name]: 'confirmed',
			[places.kazoku.name]: 'changed',
			[places.tsuki.name]: 'unreachable'
		});
		expect(audit.verify(here.db)).toMatchObject({ ok: true });
	});

	it('writes into the content that a place pauses or has closed, and the entry says it', () => {
		const { db, ids } = here;
		check('hidamari', { result: 'paused', note: '改装中' });
		const { content } = editions.entryOf(db, id, ids.hidamari)!;
		expect(content).toMatchObject({
			operation: 'paused',
			operationOn: '2026-11-20',
			operationNote: null
		});
		const page = resources.find(db, ids.hidamari, { now: at })!;
		expect(page.content.operation).toBe('paused');
		expect(JSON.stringify(page)).not.toContain('改装中');
		expect(page.verification).toMatchObject({ method: 'phone', on: '2026-11-20' });
	});

	it('is due again by the rhythm of the place, which the list of the editors shows', () => {
		const { db, ids } = here;
		const due = (now: string) =>
			desk
				.list(db, user, parseResourceFilter(new URLSearchParams('state=due')), new Date(now))
				.rows.map(({ id }) => id);
		check('hidamari', { on: '2026-05-01', nextDueOn: '2026-08-01' });
		check('hidamari', { on: '2026-09-01', nextDueOn: null });
		expect(due('2026-12-01T03:00:00Z')).not.toContain(ids.hidamari);
		expect(due('2026-12-02T03:00:00Z')).toContain(ids.hidamari);
	});

	it('notes steps and people for entries of this edition alone', () => {
		const { db } = here;
		const all = editions.board(db, id).map(({ entryId }) => entryId);
		const other = db.$client
			.prepare('SELECT id FROM entries WHERE edition_id <> ?')
			.pluck()
			.all(id) as number[];
		const change = { stage: 'waiting', assignee: people.editor, by, at } as const;
		expect(editions.change(db, id, [all[0]!, all[1]!, other[0]!], change)).toBe(2);
		expect(editions.change(db, id, [all[0]!], { stage: null, by, at })).toBe(1);
		expect(editions.board(db, id).slice(0, 3)).toMatchObject([
			{ progress: 'untouched', assignee: people.editor },
			{ progress: 'waiting', assignee: people.editor },
			{ progress: 'untouched', assignee: null }
		]);
	});

	it('keeps a verification although the entry is edited afterwards', () => {
		const { db, ids, revisions, region } = here;
		check('hidamari');
		save(db, {
			resourceId: ids.hidamari,
			regionId: region.id,
			content: { ...places.hidamari, feeNote: '200円' },
			base: revisions.hidamari,
			reason: null,
			by,
			at
		});
		expect(progress()[places.hidamari.name]).toBe('confirmed');
		expect(editions.entryOf(db, id, ids.hidamari)!.content.feeNote).toBe('200円');
	});

	it('is over for an entry once the edition is locked', () => {
		editions.lock(here.db, id, { by, at });
		expect(() => check('hidamari')).toThrow('the edition is locked');
	});
});

describe('The call list', () => {
	it('has what staff alone may see, and is safe in a spreadsheet', () => {
		const asked = askedFrom(here.db, editions.board(here.db, id));
		const csv = callsCsv(asked);
		expect(csv).toContain(canary('職員用電話'));
		expect(csv).toContain('未着手');
	});
});

describe('An entry', () => {
	it('is taken out with a reason and can come back', () => {
		const { db, ids } = here;
		expect(takeOut(db, id, ids.hidamari, { by, at, reason: '今年は見送り' })).toBe(
			places.hidamari.name
		);
		expect(absent(db, id).map((one) => one.id)).toEqual([ids.hidamari]);
		expect(add(db, id, ids.hidamari, { by, at })).toBe(places.hidamari.name);
		expect(add(db, id, ids.hidamari, { by, at })).toBeNull();
		expect(takeOut(db, id, 'nobody', { by, at, reason: 'なし' })).toBeNull();
	});
});

describe('The words of an edition', () => {
	it('are carried over to the next, but for the foreword and the cover', () => {
		const { db, region } = here;
		const value = {
			foreword: 'はじめに',
			imprint: '発行 見本の会',
			funding: '○○の助成',
			cover: 'しおり',
			colour: '#1f6660'
		};
		setWords(db, id, value, { by, at });
		const next = editions.openFrom(db, { regionId: region.id, year: 2028, by, at }) as number;
		expect(words(db, next)).toEqual({ ...value, foreword: null, cover: null });
	});
});
