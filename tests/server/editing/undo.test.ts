import { beforeEach, describe, expect, it } from 'vitest';
import type { Verified } from '#lib/domain/edition/round.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import * as audit from '#lib/server/audit/index.ts';
import { noteExport } from '#lib/server/audit/exporting.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as verifications from '#lib/server/editing/verify.ts';
import { dataVersion } from '#lib/server/database/data-version.ts';
import { add, takeOut } from '#lib/server/editions/membership.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import { save } from '#lib/server/editing/save.ts';
import { undo, undoable } from '#lib/server/editing/undo/undo.ts';
import { cast } from '../../support/staff.ts';
import { now as at, places, world, type World } from '../../support/world.ts';

let here: World;
let user: User;
let other: User;
let by: string;
let id: number;

beforeEach(() => {
	here = world();
	const people = cast(here.db, { at });
	by = people.editor;
	const regions = [here.region.id];
	user = { id: by, name: 'editor', role: 'editor', regions, resources: [] };
	other = { ...user, id: people.admin, role: 'admin' };
	id = editions.openFrom(here.db, { regionId: here.region.id, year: 2027, by, at }) as number;
});

const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const take = () => {
	const { db } = here;
	const found = undoable(db, user, at);
	return found && undo(db, user, { id: found.id, at: later(1) });
};
const entries = () =>
	editions.board(here.db, id).map(({ name, number, progress, assignee }) => ({
		...{ name, number, progress, assignee }
	}));
const entryIds = () => editions.board(here.db, id).map(({ entryId }) => entryId);
const verified = (result: Verified['result']): Verified => ({
	...{ method: 'phone', on: '2026-11-20', role: null, sections: [], note: null },
	...{ result, nextDueOn: null }
});
const check = (key: keyof typeof places, result: Verified['result'], who = by) =>
	verifications.verifyEntry(
		here.db,
		{ editionId: id, resourceId: here.ids[key] },
		verified(result),
		{
			...{ by: who, at }
		}
	);
const change = (content: Partial<typeof places.hidamari>) =>
	save(here.db, {
		...{ resourceId: here.ids.hidamari, regionId: here.region.id, reason: null, by, at },
		...{ content: { ...places.hidamari, ...content }, base: here.revisions.hidamari }
	});
const page = () => resourcePages.find(here.db, here.ids.hidamari, { now: at })!;

describe('What somebody did last', () => {
	it('is not hidden by what they took out as a file since, which is in the log', () => {
		check('hidamari', 'confirmed');
		const before = undoable(here.db, user, at);
		const kept = dataVersion(here.db);
		noteExport(here.db, 'edition', { id, by, at, rows: 3 });
		expect(dataVersion(here.db), 'nothing public has changed').toBe(kept);
		expect(undoable(here.db, user, at)).toEqual(before);
		const log = here.db.$client.prepare('SELECT action, actor FROM audit ORDER BY id DESC').get();
		expect(log).toEqual({ action: 'edition.export', actor: by });
	});

	it.each<[string, () => unknown]>([
		['a verification', () => check('hidamari', 'confirmed')],
		['a verification that closes the place', () => check('hidamari', 'closed')],
		['that nobody was reached', () => check('hidamari', 'unreachable')],
		['an entry added', () => undefined],
		[
			'an entry left out',
			() => takeOut(here.db, id, here.ids.hidamari, { by, at, reason: '見送り' })
		],
		[
			'progress and people',
			() => editions.change(here.db, id, entryIds(), { stage: 'waiting', assignee: by, by, at })
		]
	])('is taken back: %s', (what, act) => {
		const { db, ids } = here;
		if (what === 'an entry added') takeOut(db, id, ids.hidamari, { by, at, reason: '見送り' });
		const [before, shown] = [entries(), page()];
		if (what === 'an entry added') add(db, id, ids.hidamari, { by, at });
		else act();
		expect(entries()).not.toEqual(before);
		expect(take()).not.toBeNull();
		expect(entries()).toEqual(before);
		expect(page().verification).toEqual(shown.verification);
		expect(page().content).toEqual(shown.content);
		expect(audit.verify(db)).toMatchObject({ ok: true });
		expect(undoable(db, user, at)).toBeNull();
	});

	it('is taken back: an entry left out of an edition whose numbers stay, under its number', () => {
		const { db, ids } = here;
		editions.lock(db, id, { by, at });
		editions.unlock(db, id, { by, at, reason: '直すため' });
		const before = entries();
		takeOut(db, id, ids.hidamari, { by, at, reason: '見送り' });
		expect(take()).not.toBeNull();
		expect(entries()).toEqual(before);
	});

	it('is taken back: that nobody was reached, to the step there was', () => {
		const entry = entryIds()[0]!;
		editions.change(here.db, id, [entry], { stage: 'waiting', by: other.id, at });
		const before = entries();
		const { resourceId } = editions.board(here.db, id)[0]!;
		const unreachable = () =>
			verifications.verifyEntry(here.db, { editionId: id, resourceId }, verified('unreachable'), {
				...{ by, at }
			});
		unreachable();
		expect(entries()[0]!.progress).toBe('unreachable');
		expect(take()).not.toBeNull();
		expect(entries()).toEqual(before);
	});

	it('is taken back: an entry left out of an order by hand, to its place', () => {
		const { db } = here;
		editions.setOrder(db, id, 'hand', { by, at });
		const chapter = Object.values(
			Object.groupBy(editions.board(db, id), (entry) => entry.chapter)
		).find((all) => all!.length > 1)!;
		const [first] = chapter;
		editions.move(db, id, { resourceId: chapter.at(-1)!.resourceId, to: 1, by, at });
		const before = entries();
		takeOut(db, id, first!.resourceId, { by, at, reason: '見送り' });
		expect(take()).not.toBeNull();
		expect(entries()).toEqual(before);
	});

	it('is taken back: words, as a revision that says so', () => {
		change({ feeNote: '200円' });
		expect(page().content.feeNote).toBe('200円');
		expect(take()).toMatchObject({ action: 'resource.revise', name: places.hidamari.name });
		expect(page().content).toMatchObject({ feeNote: places.hidamari.feeNote });
	});

	it('is taken back: that a lack may pass', () => {
		const lack = { resourceId: here.ids.hidamari, check: 'verification' } as const;
		const open = editions.readiness(here.db, id, { at }).open;
		editions.waive(here.db, id, { ...lack, reason: '電話がつながらない', by, at });
		expect(editions.readiness(here.db, id, { at }).open).toBe(open - 1);
		expect(take()).not.toBeNull();
		expect(editions.readiness(here.db, id, { at }).open).toBe(open);
	});
});

describe('It stays where it is', () => {
	it('after an hour', () => {
		change({ feeNote: '200円' });
		expect(undoable(here.db, user, later(59))).not.toBeNull();
		expect(undoable(here.db, user, later(61))).toBeNull();
	});

	it('for everybody else', () => {
		change({ feeNote: '200円' });
		expect(undoable(here.db, other, at)).toBeNull();
		expect(undoable(here.db, { ...user, regions: [] }, at)).toBeNull();
	});

	it('where somebody has gone on from it', () => {
		change({ feeNote: '200円' });
		const { id: record } = undoable(here.db, user, at)!;
		const base = here.db.$client
			.prepare('SELECT current_revision_id FROM resources WHERE id = ?')
			.pluck()
			.get(here.ids.hidamari) as number;
		save(here.db, {
			...{ resourceId: here.ids.hidamari, regionId: here.region.id, reason: null, at },
			...{ content: { ...places.hidamari, feeNote: '300円' }, base, by: other.id }
		});
		expect(undo(here.db, user, { id: record, at })).toBeNull();
		expect(page().content.feeNote).toBe('300円');
	});

	it('where somebody verified what it says', () => {
		change({ feeNote: '200円' });
		check('hidamari', 'confirmed', other.id);
		expect(undoable(here.db, user, at)).toBeNull();
	});

	it('where an edition was locked with it', () => {
		change({ feeNote: '200円' });
		editions.lock(here.db, id, { by: other.id, at });
		expect(undoable(here.db, user, at)).toBeNull();
	});

	it('where somebody has begun with an entry that was added', () => {
		const { db, ids } = here;
		takeOut(db, id, ids.hidamari, { by, at, reason: '見送り' });
		add(db, id, ids.hidamari, { by, at });
		const { entryId } = verifications.entryOf(db, id, ids.hidamari)!;
		editions.change(db, id, [entryId], { stage: 'contacting', by: other.id, at: later(1) });
		expect(undoable(db, user, at)).toBeNull();
	});

	it('where somebody reached the place that one did not', () => {
		check('hidamari', 'unreachable');
		check('hidamari', 'confirmed', other.id);
		expect(undoable(here.db, user, at)).toBeNull();
	});

	it('where it put a reason in the place of an earlier one', () => {
		const lack = { resourceId: here.ids.hidamari, check: 'verification' } as const;
		editions.waive(here.db, id, { ...lack, reason: '先の理由', by: other.id, at });
		editions.waive(here.db, id, { ...lack, reason: 'あとの理由', by, at });
		expect(undoable(here.db, user, at)).toBeNull();
	});

	it('once the edition is locked', () => {
		check('hidamari', 'confirmed');
		editions.lock(here.db, id, { by: other.id, at });
		expect(undoable(here.db, user, at)).toBeNull();
	});

	it('where something else was done since', () => {
		change({ feeNote: '200円' });
		const { id: record } = undoable(here.db, user, at)!;
		check('tsuki', 'confirmed');
		expect(undo(here.db, user, { id: record, at })).toBeNull();
	});
});
