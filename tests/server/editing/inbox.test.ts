import { beforeEach, describe, expect, it } from 'vitest';
import { acts, wordsOf } from '#lib/domain/labels/acts.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import * as activity from '#lib/server/audit/activity.ts';
import { ageOf, createResponseCache } from '#lib/server/web/response-cache.ts';
import * as audit from '#lib/server/audit/index.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import * as inbox from '#lib/server/editing/inbox/inbox.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as proposals from '#lib/server/editing/proposals/propose.ts';
import * as decision from '#lib/server/editing/proposals/decision.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import { save } from '#lib/server/editing/save.ts';
import * as search from '#lib/server/search/index.ts';
import * as sessions from '#lib/server/staff/sessions.ts';
import * as staff from '#lib/server/staff/staff.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { cast, type Cast } from '../../support/staff.ts';
import { content, now as at, places, world, type World } from '../../support/world.ts';

let here: World;
let people: Cast;
let editor: User;
let stranger: User;
beforeEach(() => {
	here = world();
	people = cast(here.db, { at });
	editor = staff.findUser(here.db, people.editor)!;
	stranger = staff.findUser(here.db, people.stranger)!;
});

const changed = { ...places.hidamari, feeNote: 'お茶代200円', summary: '新しいひとこと' };
function propose(more = {}) {
	const { db, ids, region, revisions } = here;
	const { revisionId } = proposals.propose(db, {
		resourceId: ids.hidamari,
		regionId: region.id,
		content: changed,
		base: revisions.hidamari,
		by: people.partner,
		at,
		reason: '値上げ',
		...more
	});
	return decision.find(db, revisionId)!;
}
const page = () => resourcePages.find(here.db, here.ids.hidamari, { now: at })!.content;

describe('A proposal', () => {
	it('waits for those who edit the region, and changes nothing until then', () => {
		const { revision } = propose();
		expect(inbox.waiting(here.db, editor)).toMatchObject([{ revision, name: changed.name }]);
		expect(inbox.waiting(here.db, stranger)).toEqual([]);
		expect(page().feeNote).toBe(places.hidamari.feeNote);
	});

	it('of an earlier day that cannot be is not taken in, and says why', () => {
		const waiting = propose({ content: { ...changed, ageMin: 39, ageMax: 15, ageOpen: false } });
		const answer = decision.accept(here.db, waiting, 'all', { by: people.editor, at });
		expect(answer).toMatchObject({
			impossible: expect.stringContaining('年齢の上限：上限（15）が') as string
		});
		expect(page().feeNote).toBe(places.hidamari.feeNote);
		expect(decision.find(here.db, waiting.revision)).toBeDefined();
	});

	it('is told field by field', () => {
		const fields = decision.differences(here.db, propose()).map(({ field }) => field);
		expect(fields.sort()).toEqual(['feeNote', 'summary']);
	});

	it('is published whole, and its words are found then', () => {
		const waiting = propose();
		const search = () =>
			listings.region(
				here.db,
				here.region,
				parseFilter(new URLSearchParams('q=新しいひとこと&literal=yes')),
				at
			);
		expect(search().rows.map(({ id }) => id)).not.toContain(here.ids.hidamari);
		decision.accept(here.db, waiting, 'all', { by: people.editor, at });
		expect(page()).toMatchObject({ feeNote: 'お茶代200円', summary: '新しいひとこと' });
		expect(search().rows[0]!.id).toBe(here.ids.hidamari);
		expect(decision.find(here.db, waiting.revision)).toBeUndefined();
		expect(inbox.own(here.db, { ...editor, id: people.partner })).toMatchObject([
			{ state: 'accepted' }
		]);
		expect(audit.verify(here.db)).toMatchObject({ ok: true });
	});

	it('is published in part, and whoever made it reads which part', () => {
		decision.accept(here.db, propose(), ['feeNote'], { by: people.editor, at });
		expect(page()).toMatchObject({
			feeNote: 'お茶代200円',
			summary: places.hidamari.summary
		});
		const [own] = inbox.own(here.db, { ...editor, id: people.partner });
		expect(own).toMatchObject({ state: 'rejected' });
		expect(own!.answer).toMatch(/^一部（.+）を取り入れました。$/);
	});

	it('is put into the editor’s own draft to be written on, unless there is one', () => {
		const waiting = propose();
		const act = { by: people.editor, at };
		expect(decision.takeUp(here.db, waiting, ['feeNote'], act)).toBe('taken');
		const draft = drafts.find(here.db, { by: people.editor, subject: here.ids.hidamari })!;
		expect(draft.fields.feeNote).toBe('お茶代200円');
		expect(draft.fields.summary).toBe(places.hidamari.summary);
		expect(page().feeNote).toBe(places.hidamari.feeNote);
		expect(inbox.waiting(here.db, editor)).toHaveLength(1);
		expect(decision.takeUp(here.db, waiting, ['summary'], act)).toBe('has-draft');
	});

	const write = (content: typeof places.hidamari, by = people.editor) => {
		const base = here.db.$client
			.prepare('SELECT current_revision_id FROM resources WHERE id = ?')
			.pluck()
			.get(here.ids.hidamari) as number;
		const { region, ids, db } = here;
		return save(db, {
			...{ resourceId: ids.hidamari, regionId: region.id, reason: null, by, at },
			...{ content, base }
		}) as { revisionId: number };
	};

	it('offers nothing that its author left alone and staff have changed since', () => {
		const { revision } = propose();
		const hidden = places.hidamari.phones.map((one) => ({ ...one, visibility: 'staff' as const }));
		write({ ...places.hidamari, phones: hidden, precision: 'private', staffNote: '隠す' });
		const waiting = decision.find(here.db, revision)!;
		const fields = decision.differences(here.db, waiting).map(({ field }) => field);
		expect(fields.sort()).toEqual(['feeNote', 'summary']);
		decision.accept(here.db, waiting, 'all', { by: people.editor, at });
		expect(page()).toMatchObject({ feeNote: 'お茶代200円', phones: [] });
		expect(page().place.precision).toBe('private');
	});

	it('does not show again a number that is for staff alone since, nor loses one that it adds', () => {
		const [first, ...others] = places.hidamari.phones;
		const phones = [{ ...first!, label: '受付' }, ...others];
		const added = { ...first!, number: '000-999-8888' };
		const { revision } = propose({ content: { ...changed, phones: [...phones, added] } });
		write({
			...places.hidamari,
			phones: [{ ...first!, visibility: 'staff' }, ...others]
		});
		const waiting = decision.find(here.db, revision)!;
		expect(decision.differences(here.db, waiting)).toContainEqual(
			expect.objectContaining({ field: 'phones', choice: null })
		);
		decision.accept(here.db, waiting, 'all', { by: people.editor, at });
		expect(page().phones.map(({ number }) => number)).toEqual(['000-999-8888']);
	});

	it('does not open again what was taken away or closed since', () => {
		const [first, ...others] = places.hidamari.phones;
		const [web, paper] = places.hidamari.consents;
		const location = { ...places.hidamari.location, building: '日だまりビル3階' };
		const { revision } = propose({
			content: {
				...changed,
				...{ location, precision: 'town', consents: [{ ...web!, how: '電話' }, paper!] },
				phones: [first!, ...others.map((one) => ({ ...one, label: '夜' }))]
			}
		});
		write({
			...places.hidamari,
			...{ phones: others, precision: 'private', consents: [web!] },
			location: { ...places.hidamari.location, street: null }
		});
		const waiting = decision.find(here.db, revision)!;
		expect(decision.accept(here.db, waiting, 'all', { by: people.editor, at })).toBe('accepted');
		const taken = staffView.find(here.db, here.ids.hidamari)!.content;
		expect(taken.phones.map(({ number }) => number)).not.toContain(first!.number);
		expect(taken).toMatchObject({
			...{ precision: 'private', feeNote: 'お茶代200円', consents: [{ how: '電話' }] },
			location: { street: null, building: '日だまりビル3階' }
		});
	});

	it('says what has changed since somebody looked at it', () => {
		const waiting = propose();
		write({ ...places.hidamari, access: '駅から10分' });
		const seen = decision.find(here.db, waiting.revision)!;
		const since = decision.changesSince(here.db, seen, String(waiting.current));
		expect(since).toMatchObject([{ field: 'access', after: '駅から10分' }]);
		expect(decision.changesSince(here.db, seen, String(here.revisions.tsuki))).toEqual([]);
		expect(decision.changesSince(here.db, seen, '')).toEqual([]);
	});

	it('of a place that is withdrawn since does not bring it back', () => {
		const { revision } = propose();
		const act = { by: people.editor, at };
		life.withdraw(here.db, here.ids.hidamari, { ...act, reason: '終了' });
		const waiting = decision.find(here.db, revision)!;
		expect(waiting.isWithdrawn).toBe(true);
		expect(decision.accept(here.db, waiting, 'all', act)).toBe('accepted');
		expect(resourcePages.find(here.db, here.ids.hidamari, { now: at })!.gone).not.toBeNull();
	});

	it('is answered once, and only by who has seen what readers see', () => {
		const waiting = propose();
		write({ ...places.hidamari, access: '駅から10分' });
		const act = { by: people.editor, at };
		expect(decision.accept(here.db, waiting, 'all', act)).toBe('stale');
		expect(page().feeNote).toBe(places.hidamari.feeNote);
		const seen = decision.find(here.db, waiting.revision)!;
		expect(decision.accept(here.db, seen, 'all', act)).toBe('accepted');
		expect(page()).toMatchObject({ feeNote: 'お茶代200円', access: '駅から10分' });
		expect(decision.accept(here.db, seen, 'all', act)).toBe('answered');
		expect(decision.reject(here.db, seen, { ...act, reason: 'あとから' })).toBe(false);
		expect(inbox.own(here.db, { ...editor, id: people.partner })[0]!.state).toBe('accepted');
	});

	it('that is older than what the index has settled is found once it is accepted', () => {
		const { db, region } = here;
		const waiting = propose();
		for (let number = 0; number < 3; number++) write({ ...places.hidamari, access: `${number}分` });
		search.settle(db);
		const seen = decision.find(db, waiting.revision)!;
		decision.accept(db, seen, 'all', { by: people.editor, at });
		const found = (query: string) =>
			listings
				.region(db, region, parseFilter(new URLSearchParams(query)), at)
				.rows.map(({ id }) => id);
		expect(found('q=新しいひとこと')).toContain(here.ids.hidamari);
		expect(found('category=ibasho')).toContain(here.ids.hidamari);
		search.settle(db);
		expect(found('q=新しいひとこと')).toContain(here.ids.hidamari);
		expect(found('category=ibasho')).toContain(here.ids.hidamari);
	});

	it('is refused with a reason', () => {
		decision.reject(here.db, propose(), { by: people.editor, at, reason: '電話で聞くと違った' });
		expect(page().feeNote).toBe(places.hidamari.feeNote);
		expect(inbox.waiting(here.db, editor)).toEqual([]);
		expect(inbox.own(here.db, { ...editor, id: people.partner })[0]!.answer).toBe(
			'電話で聞くと違った'
		);
	});

	it('of a new place is seen nowhere until it is published', () => {
		const waiting = propose({
			resourceId: null,
			content: content({ name: '新しい場所' }),
			base: null
		});
		const find = () => resourcePages.find(here.db, waiting.resourceId, { now: at });
		expect(find()).toBeUndefined();
		expect(inbox.waiting(here.db, editor)).toMatchObject([{ isNew: 1 }]);
		decision.accept(here.db, waiting, 'all', { by: people.editor, at });
		expect(find()!.content.name).toBe('新しい場所');
	});
});

describe('What readers say', () => {
	it('comes to those who edit the region', () => {
		reports.add(here.db, { resourceId: here.ids.hidamari, section: 'fee', message: '違う', at });
		const [report] = inbox.reported(here.db, editor);
		expect(report).toMatchObject({ message: '違う' });
		expect(inbox.settle(here.db, stranger, [report!.id], { at })).toBe(0);
		expect(inbox.settle(here.db, editor, [report!.id], { at })).toBe(1);
	});

	const say = (place: string, i = 0, when = at) =>
		reports.receive(here.db, {
			...{ resourceId: place, section: 'fee', message: `${i}番め`, at: when }
		});
	const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);

	it('is bounded for a place and in all, and again the next day', () => {
		const { hidamari, ...others } = here.ids;
		const heard = Array.from({ length: 40 }, (_, i) => say(hidamari, i));
		expect(heard.filter((one) => one === 'received')).toHaveLength(20);
		expect(say(others.tsuki)).toBe('received');
		expect(say(hidamari, 41, later(25))).toBe('received');
		for (let day = 2; day < 6; day++) {
			for (let i = 0; i < 20; i++) say(hidamari, i, later(25 * day));
		}
		expect(inbox.countReported(here.db, editor, { place: hidamari })).toBe(60);
		const kept = Object.values(others);
		for (let i = 0; i < 600; i++) {
			reports.add(here.db, {
				...{ resourceId: kept[i % kept.length]!, section: 'fee', message: '' },
				at: later(1000)
			});
		}
		expect(kept.map((place) => say(place, 0, later(1001)))).not.toContain('received');
	});

	it('changes no page: what is kept for readers stays, also when it is settled', () => {
		const answers = createResponseCache(1_000_000);
		const answer = { headers: [], etag: 'x', body: Buffer.from('x') };
		answers.set(here.db, at, '/', ageOf(here.db, at), answer);
		say(here.ids.hidamari);
		const [report] = inbox.reported(here.db, editor);
		inbox.settle(here.db, editor, [report!.id], { at });
		reports.unsettle(here.db, editor.id, at.toISOString());
		const token = sessions.start(here.db, people.editor, { at });
		sessions.find(here.db, token, later(1));
		sessions.end(here.db, token);
		expect(answers.get(here.db, at, '/')).toEqual(answer);
		resources.create(here.db, {
			...{ regionId: here.region.id, content: content({ name: '新しい' }), by: 'x', at }
		});
		expect(answers.get(here.db, at, '/')).toBeUndefined();
	});

	it('is read through page by page, and settled together by number, which can be taken back', () => {
		const { hidamari, tsuki: danran } = here.ids;
		for (let i = 0; i < 250; i++) {
			const resourceId = i % 5 === 0 ? danran : hidamari;
			reports.add(here.db, { resourceId, section: 'fee', message: `${i}番め`, at });
		}
		expect(inbox.countReported(here.db, editor)).toBe(250);
		const read = [1, 2, 3, 4, 5, 6].flatMap((page) => inbox.reported(here.db, editor, { page }));
		expect(new Set(read.map(({ id }) => id)).size).toBe(250);
		expect(inbox.loudest(here.db, editor)).toMatchObject([{ count: 200 }, { count: 50 }]);
		expect(inbox.loudest(here.db, stranger)).toEqual([]);

		const until = inbox.lastOf(here.db, editor, hidamari);
		reports.add(here.db, { resourceId: hidamari, section: 'fee', message: 'あとから', at });
		const seen = { place: hidamari, until };
		expect(inbox.settlePlace(here.db, stranger, seen, { at })).toBe(0);
		expect(inbox.settlePlace(here.db, editor, seen, { at: later(1) })).toBe(200);
		expect(inbox.countReported(here.db, editor)).toBe(51);
		expect(reports.countSettled(here.db, editor.id, later(1).toISOString())).toBe(200);
		expect(reports.unsettle(here.db, stranger.id, later(1).toISOString())).toBe(0);
		expect(reports.unsettle(here.db, editor.id, later(1).toISOString())).toBe(200);
		expect(inbox.countReported(here.db, editor)).toBe(251);
	});
});

describe('Proposals of a partner', () => {
	it('are so many a day, and can be taken back by them alone', () => {
		const full = (when: Date) => proposals.isFull(here.db, people.partner, when);
		const waiting = propose();
		for (let i = 1; i < 20; i++) {
			expect(full(at)).toBe(false);
			propose();
		}
		expect(full(at)).toBe(true);
		expect(full(new Date(at.getTime() + 25 * 3_600_000))).toBe(false);
		expect(decision.takeBack(here.db, waiting.revision, { by: people.editor, at })).toBe(false);
		expect(decision.takeBack(here.db, waiting.revision, { by: people.partner, at })).toBe(true);
		expect(decision.takeBack(here.db, waiting.revision, { by: people.partner, at })).toBe(false);
		const partner = staff.findUser(here.db, people.partner)!;
		const states = inbox.own(here.db, partner).map(({ state }) => state);
		expect(states.filter((state) => state === 'taken-back')).toHaveLength(1);
		expect(inbox.countWaiting(here.db, editor)).toBe(19);
		expect(full(at), 'what was taken back counts').toBe(true);
	});
});

describe('The log for people', () => {
	const everything = { kind: null, person: null, before: null };

	it('tells an editor what concerns their regions, and an admin all of it', () => {
		decision.reject(here.db, propose(), { by: people.editor, at, reason: '違った' });
		const admin = staff.findUser(here.db, people.admin)!;
		const actions = (user: User) =>
			activity.list(here.db, user, everything).map(({ action }) => action);
		expect(actions(editor)).toContain('proposal.reject');
		expect(actions(editor).some((action) => action.startsWith('staff.'))).toBe(false);
		expect(actions(stranger)).toEqual([]);
		expect(actions(admin)).toEqual(expect.arrayContaining(['proposal.reject', 'staff.create']));
		const [first] = activity.list(here.db, editor, { ...everything, person: people.editor });
		expect(first).toMatchObject({ who: 'editor', name: places.hidamari.name, reason: '違った' });
	});

	it('has words for what is recorded', () => {
		for (const { words } of Object.values(acts)) expect(words).toMatch(/^[をのに].*た$/);
		expect(wordsOf('database.close')).toBe('データベースを読むだけにした');
		expect(wordsOf('resource.revise')).toBe('直して公開した');
	});
});
