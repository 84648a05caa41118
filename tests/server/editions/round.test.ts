import { beforeEach, describe, expect, it } from 'vitest';
import { parseBoardFilter } from '#lib/domain/edition/board.ts';
import { parseResourceFilter } from '#lib/domain/editing/resource-filter.ts';
import type { Verified } from '#lib/domain/edition/round.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import * as audit from '#lib/server/audit/index.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as verifications from '#lib/server/editing/verify.ts';
import { askedFrom, callsCsv, toBeAsked } from '#lib/server/editions/round/calls.ts';
import { newsOf, revoke } from '#lib/server/editing/verify.ts';
import { absent, add, takeOut } from '#lib/server/editions/membership.ts';
import { setWords, words } from '#lib/server/editions/words.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import { save } from '#lib/server/editing/save.ts';
import * as staff from '#lib/server/staff/staff.ts';
import { cast, type Cast } from '../../support/staff.ts';
import { canary, content, now as at, places, world, type World } from '../../support/world.ts';

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
	verifications.verifyEntry(here.db, { editionId: id, resourceId: here.ids[key] }, verified(more), {
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
		const { content } = verifications.entryOf(db, id, ids.hidamari)!;
		expect(content).toMatchObject({
			operation: 'paused',
			operationOn: '2026-11-20',
			operationNote: null
		});
		const page = resourcePages.find(db, ids.hidamari, { now: at })!;
		expect(page.content.operation).toBe('paused');
		expect(JSON.stringify(page)).not.toContain('改装中');
		expect(page.verification).toMatchObject({ method: 'phone', on: '2026-11-20' });
	});

	it('is due again by the rhythm of the place, which the list of the editors shows', () => {
		const { db, ids } = here;
		const due = (now: string) =>
			staffView
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
		const both = [all[0]!, all[1]!, other[0]!];
		expect(editions.change(db, id, both, change)).toEqual({ found: 2, changed: 2 });
		expect(editions.change(db, id, [all[0]!], { stage: null, by, at }).changed).toBe(1);
		expect(editions.board(db, id).slice(0, 3)).toMatchObject([
			{ progress: 'untouched', assignee: people.editor },
			{ progress: 'waiting', assignee: people.editor },
			{ progress: 'untouched', assignee: null }
		]);
	});

	it('neither writes nor logs of steps what is so already, or what a verification says better', () => {
		const { db, ids } = here;
		const [first] = editions.board(db, id).filter(({ resourceId }) => resourceId !== ids.tsuki);
		check('tsuki');
		const tsuki = verifications.entryOf(db, id, ids.tsuki)!;
		const wait = () =>
			editions.change(db, id, [first!.entryId, tsuki.entryId], { stage: 'waiting', by, at });
		expect(wait()).toEqual({ found: 2, changed: 1 });
		const logged = audit.head(db);
		expect(wait()).toEqual({ found: 2, changed: 0 });
		expect(audit.head(db)).toBe(logged);
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
		expect(verifications.entryOf(db, id, ids.hidamari)!.content.feeNote).toBe('200円');
	});

	it('keeps an entry whose change nobody has written yet, and so does 校了', () => {
		const { db, ids, region } = here;
		const isOwed = () =>
			editions.board(db, id).find(({ resourceId }) => resourceId === ids.hidamari)!.isOwed;
		const lacks = () =>
			editions
				.readiness(db, id, { at })
				.lacking.find(({ resourceId }) => resourceId === ids.hidamari)
				?.missing.map(({ check }) => check) ?? [];
		check('hidamari', { result: 'changed' });
		expect([isOwed(), lacks()]).toEqual([true, expect.arrayContaining(['change'])]);
		const write = (feeNote: string | null, base: number) =>
			save(db, {
				...{ resourceId: ids.hidamari, regionId: region.id, base, reason: null, by, at },
				content: { ...places.hidamari, feeNote }
			}) as { revisionId: number };
		const { revisionId } = write('200円', here.revisions.hidamari);
		expect([isOwed(), lacks()]).toEqual([false, expect.not.arrayContaining(['change'])]);
		write(places.hidamari.feeNote, revisionId);
		expect(isOwed()).toBe(true);
		check('hidamari');
		expect(isOwed()).toBe(false);
	});

	it('writes nothing down of what its author did not see', () => {
		const { db, ids, revisions } = here;
		const entry = { editionId: id, resourceId: ids.hidamari };
		const see = (verification: number | null, revision = revisions.hidamari) =>
			verifications.verifyEntry(db, entry, verified(), {
				by,
				at,
				seen: { revision, verification }
			});
		expect(see(null, revisions.hidamari - 1)).toBe('stale');
		expect(see(null)).toBe('written');
		expect(see(null)).toBe('stale');
		const { verificationId } = verifications.entryOf(db, id, ids.hidamari)!;
		const { check: found } = newsOf(db, entry, {
			revision: revisions.hidamari,
			verification: null
		});
		expect(found).toMatchObject({ id: verificationId, result: 'confirmed' });
		expect(see(verificationId)).toBe('written');
		const nobody = { ...entry, resourceId: 'nobody' };
		const seen = { revision: null, verification: null };
		expect(newsOf(db, nobody, seen)).toEqual({ fields: [], check: null });
		expect(
			verifications.verifyEntry(db, { ...entry, resourceId: 'nobody' }, verified(), { by, at })
		).toBe('gone');
	});

	it('is open again for an entry whose check was taken back, but not for what was printed', () => {
		const { db, ids } = here;
		const entry = { editionId: id, resourceId: ids.hidamari };
		const before = resourcePages.find(db, ids.hidamari, { now: at })!.verification;
		check('hidamari');
		const { verificationId } = verifications.entryOf(db, id, ids.hidamari)!;
		const act = { by, at };
		expect(revoke(db, entry, null, act)).toBe('stale');
		expect(revoke(db, entry, verificationId! - 1, act)).toBe('stale');
		expect(revoke(db, entry, verificationId, act)).toBe('written');
		expect(progress()[places.hidamari.name]).toBe('untouched');
		expect(resourcePages.find(db, ids.hidamari, { now: at })!.verification).toEqual(before);
		check('hidamari');
		editions.lock(db, id, act);
		const pinned = verifications.entryOf(db, id, ids.hidamari)!.verificationId;
		expect(revoke(db, entry, pinned, act)).toBe('gone');
	});

	it('is over for an entry once the edition is locked', () => {
		const { db, ids } = here;
		editions.lock(db, id, { by, at });
		const entry = { editionId: id, resourceId: ids.hidamari };
		expect(verifications.verifyEntry(db, entry, verified(), { by, at })).toBe('gone');
		expect(add(db, id, ids.hidamari, { by, at })).toBeNull();
		expect(takeOut(db, id, ids.hidamari, { by, at, reason: '見送り' })).toBeNull();
		expect(editions.setOrder(db, id, 'kana', { by, at })).toBe(false);
		expect(
			setWords(db, id, { ...words(db, id), foreword: 'あとから' }, { by, at, base: null })
		).toBe('locked');
		expect(words(db, id).foreword).toBeNull();
	});
});

describe('The call list', () => {
	it('has what staff alone may see, and is safe in a spreadsheet', () => {
		const asked = askedFrom(here.db, editions.board(here.db, id));
		const csv = callsCsv(asked);
		expect(csv).toContain(canary('職員用電話'));
		expect(csv).toContain('未着手');
	});

	it('is whole however long it is, and is what the filter finds', () => {
		const { db, region, ids } = here;
		for (let number = 0; number < 150; number++) {
			const made = { content: content({ name: `場所${number}` }), by, at };
			const { resourceId } = resources.create(db, { ...made, regionId: region.id });
			add(db, id, resourceId, { by, at });
		}
		check('hidamari');
		const asked = (query: string) =>
			toBeAsked(db, id, parseBoardFilter(new URLSearchParams(query))).map((one) => one.resourceId);
		expect(asked('page=2')).toHaveLength(155);
		expect(asked('')).not.toContain(ids.hidamari);
		expect(asked('progress=confirmed')).toEqual([ids.hidamari]);
		expect(asked('municipality=102024&progress=confirmed')).toEqual([ids.hidamari]);
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

	it('leaves a number that was locked to nobody else, and takes no waiver back with it', () => {
		const { db, ids } = here;
		const last = editions.board(db, id).at(-1)!;
		const waived = () =>
			editions
				.readiness(db, id, { at })
				.lacking.find(({ resourceId }) => resourceId === last.resourceId)!
				.missing.find((one) => one.check === 'verification')!.waiver;
		editions.waive(db, id, {
			...{ resourceId: last.resourceId, check: 'verification' as const, reason: '休業中', by, at }
		});
		expect(waived()).toMatchObject({ reason: '休業中' });
		editions.lock(db, id, { by, at });
		editions.unlock(db, id, { by, at, reason: '直すため' });
		const act = { by, at, reason: '見送り' };
		takeOut(db, id, last.resourceId, act);
		takeOut(db, id, ids.hidamari, act);
		add(db, id, ids.hidamari, { by, at });
		add(db, id, last.resourceId, { by, at });
		const numbers = Object.fromEntries(
			editions.board(db, id).map(({ resourceId, number }) => [resourceId, number])
		);
		expect([numbers[ids.hidamari], numbers[last.resourceId]]).toEqual([
			last.number + 1,
			last.number + 2
		]);
		expect(waived()).toBeNull();
	});
});

describe('The words of an edition', () => {
	it('are carried over to the next, but for the foreword and the cover', () => {
		const { db, region } = here;
		const value = {
			foreword: 'はじめに',
			imprint: '発行 見本の会',
			licence: 'CC BY 4.0',
			funding: '○○の助成',
			cover: 'しおり',
			colour: '#1f6660'
		};
		setWords(db, id, value, { by, at, base: null });
		const next = editions.openFrom(db, { regionId: region.id, year: 2028, by, at }) as number;
		expect(words(db, next)).toEqual({ ...value, foreword: null, cover: null });
	});
});
