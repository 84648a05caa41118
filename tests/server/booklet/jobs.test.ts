import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plainly, proofMark, type BookletForm } from '#lib/domain/booklet/made.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { dataVersion } from '#lib/server/database/data-version.ts';
import { RevokedError, underPermit } from '#lib/server/database/permit.ts';
import { makeFor, makeUp } from '#lib/server/booklet/finals.ts';
import * as jobs from '#lib/server/booklet/jobs.ts';
import * as made from '#lib/server/booklet/made/find.ts';
import { TypesettingError } from '#lib/server/booklet/typesetting/compile.ts';
import type { Made } from '#lib/server/booklet/made/keep.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as erasure from '#lib/server/editing/erasure/erase.ts';
import * as readOnly from '#lib/server/web/read-only.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { write } from '#lib/server/database/transaction.ts';
import { workshop } from '../../support/workshop.ts';
import { content, now, world, type World } from '../../support/world.ts';

let here: World;
let db: Database;
let edition: number;

beforeEach(() => {
	here = world();
	db = here.db;
	edition = editions.find(db, { region: 'gunma', year: 2026 })!.id;
});
afterEach(() => close(db));

const origin = 'https://bookmark.example.jp';
const proofPrinting = { ...plainly, watermark: proofMark };
const wish = (change: Partial<jobs.Wish> = {}): jobs.Wish => ({
	...{ editionId: edition, kind: 'proof', form: 'a5', channel: 'paper' },
	...{ printing: proofPrinting, by: 'editor', origin, ...change }
});
const want = (change: Partial<jobs.Wish> = {}, of = workshop()) =>
	jobs.want(db, wish(change), of) as jobs.Job;
const cached = (form: BookletForm) =>
	({ kind: 'cached', form, channel: 'web', printing: plainly, by: null }) as const;
const nothing: Made = { bytes: new Uint8Array(), pages: 1, pageOf: {}, warnings: [] };

/** Makers that wait until they are let go, and note who has begun. */
function slow() {
	const begun: AbortSignal[] = [];
	const going: (() => void)[] = [];
	const of = workshop((_, { signal }) => {
		begun.push(signal);
		return new Promise((resolve, reject) => {
			going.push(() => resolve(nothing));
			signal.addEventListener('abort', () => reject(new Error('killed')));
		});
	});
	return { of, begun, go: () => going.shift()!() };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('the same wish is made once, one after the other, and staff go before readers', async () => {
	const { of, begun, go } = slow();
	const first = want({}, of);
	expect(want({}, of)).toBe(first);
	const reader = want(cached('a5'), of);
	const staff = want({ kind: 'cached', printing: plainly }, of);
	await turn();
	expect([first, reader, staff].map(({ step }) => step)).toEqual(['collect', 'wait', 'wait']);
	expect(begun).toHaveLength(1);
	go();
	await first.done;
	await turn();
	expect([reader.step, staff.step]).toEqual(['wait', 'collect']);
	go();
	expect(await staff.done).toMatchObject({ state: 'made' });
	await turn();
	go();
	expect(await reader.done).toMatchObject({ state: 'made' });
	expect(jobs.jobsOf(db, edition)).toEqual([]);
});

test('readers cannot wish for more than a few, and nothing where the database is only read', async () => {
	const { of, go } = slow();
	const wished = Array.from({ length: 12 }, (_, at) =>
		jobs.want(db, wish({ ...cached('a5'), editionId: 1000 + at }), of)
	);
	expect(wished.filter((one) => one === 'busy')).toHaveLength(4);
	expect(jobs.want(db, wish(), of)).not.toBe('busy');
	await turn();
	jobs.stopAll(db);
	go();
	await Promise.all(wished.flatMap((one) => (typeof one === 'string' ? [] : one.done)));
	readOnly.turnOn(db, { by: 'operator', at: now, reason: '移す' });
	expect(jobs.want(db, wish(), of)).toBe('closed');
});

test('one that is cancelled keeps nothing, whether it has begun or waits', async () => {
	const { of, begun } = slow();
	const [first, second] = [want({}, of), want({ kind: 'cached', printing: plainly }, of)];
	await turn();
	jobs.stop(db, edition, ['proof', 'cached']);
	expect(await first.done).toEqual({ state: 'cancelled' });
	expect(await second.done).toEqual({ state: 'cancelled' });
	expect(begun.map(({ aborted }) => aborted)).toEqual([true]);
	expect(made.list(db, edition)).toEqual([]);
});

test('a failure is told in its sentence, one that nobody foresaw in ours', async () => {
	const failing = (error: Error) => workshop(() => Promise.reject(error));
	const told = await want({}, failing(new TypesettingError('12番が組めません。'))).done;
	expect(told).toMatchObject({ state: 'died', why: '12番が組めません。' });
	const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	const odd = await want({}, failing(new Error('sqlite 000-111-2222'))).done;
	expect(odd).toMatchObject({ state: 'died', why: '思いがけない失敗で、つくれませんでした。' });
	expect(String(log.mock.calls[0]![0])).toMatch(/"event":"booklet".*"error":"Error"/);
	expect(String(log.mock.calls[0]![0])).not.toContain('000-111');
	log.mockRestore();
	expect(jobs.endedOf(db, edition)).toHaveLength(1);
	expect(made.list(db, edition)).toEqual([]);
});

test('a proof takes the place of the last, knows what is different from it, and drops no cached page', async () => {
	const round = editions.open(db, { regionId: here.region.id, year: 2027, by: 'editor', at: now });
	const pin = (id: keyof World['ids'], revisionId = here.revisions[id]) =>
		editions.pin(db, round, { resourceId: here.ids[id], revisionId, verificationId: null });
	for (const id of ['hidamari', 'kazoku'] as const) pin(id);
	const before = dataVersion(db);
	const first = await want({ editionId: round }).done;
	expect(dataVersion(db)).toBe(before);
	expect(made.proof(db, round)).toMatchObject({ differences: null, pages: 8 });
	const revised = resources.revise(db, here.ids.hidamari, {
		...{ content: content({ name: 'ひだまりの家' }), by: 'editor', at: now }
	});
	pin('hidamari', revised);
	pin('online');
	const leave = db.$client.prepare('DELETE FROM entries WHERE edition_id = ? AND resource_id = ?');
	write(db, () => leave.run(round, here.ids.kazoku));
	const second = await want({ editionId: round, form: 'large' }).done;
	expect(second).not.toEqual(first);
	expect(made.list(db, round)).toHaveLength(1);
	const proof = made.proof(db, round)!;
	expect(proof.warnings).toEqual([expect.objectContaining({ words: 'よみがありません。' })]);
	expect(proof.differences).toMatchObject({
		added: [{ name: 'オンライン ほしぞら' }],
		gone: [{ name: '家族会 はるか' }],
		changed: [
			{
				name: 'ひだまりの家',
				fields: [{ title: '名前', before: '居場所カフェ ひだまり', after: 'ひだまりの家' }]
			}
		],
		words: []
	});
});

test('what an edition is kept as is made once, and stays though its publisher has left', async () => {
	let isStill = true;
	underPermit(
		() => isStill,
		() => makeFor(db, edition, { by: 'editor', origin }, workshop())
	);
	isStill = false;
	await Promise.all(jobs.jobsOf(db, edition).map(({ done }) => done));
	const kept = made
		.list(db, edition)
		.map(({ kind, form, channel }) => `${kind} ${form} ${channel}`);
	expect(kept.sort()).toEqual([
		...['cached a4 web', 'cached large web', 'cached yasashii web'],
		...['final a5 paper', 'final a5 web']
	]);
	const final = made.final(db, edition, { form: 'a5', channel: 'paper' })!;
	makeFor(
		db,
		edition,
		{ by: 'somebody', origin },
		workshop(() => Promise.resolve(nothing))
	);
	await Promise.all(jobs.jobsOf(db, edition).map(({ done }) => done));
	expect(made.final(db, edition, { form: 'a5', channel: 'paper' })).toEqual(final);
	expect(() =>
		underPermit(
			() => false,
			() => write(db, () => 0)
		)
	).toThrow(RevokedError);
});

test('a start makes up for what is missing, but not again for what has failed', async () => {
	let tries = 0;
	const failing = workshop(() => {
		tries++;
		return Promise.reject(new TypesettingError('7番が組めません。'));
	});
	const all = () =>
		Promise.all(
			[...jobs.jobsOf(db, edition), ...jobs.jobsOf(db, edition - 1)].map(({ done }) => done)
		);
	makeUp(db, origin, failing);
	await all();
	expect(tries).toBe(4);
	makeUp(db, origin, failing);
	await all();
	expect(tries).toBe(4);
	makeFor(db, edition, { by: 'editor', origin }, workshop());
	await all();
	expect(made.missingFinals(db).map(({ editionId }) => editionId)).toEqual([
		edition - 1,
		edition - 1
	]);
	editions.withdraw(db, edition - 1, { by: 'admin', at: now, reason: '間違い' });
	expect(made.missingFinals(db)).toEqual([]);
});

test('nothing is kept of an edition that was withdrawn or given up meanwhile', async () => {
	const { of, go } = slow();
	const job = want({ kind: 'final', printing: plainly }, of);
	await turn();
	editions.withdraw(db, edition, { by: 'admin', at: now, reason: '間違い' });
	go();
	expect(await job.done).toEqual({ state: 'gone' });
	expect(made.list(db, edition)).toEqual([]);
});

test('somebody who is erased while a booklet is made is not in it', async () => {
	let isFirst = true;
	const of = workshop();
	const meanwhile = workshop(async (booklet, how) => {
		const result = await of.makers.a5!.make(booklet, how);
		if (isFirst) {
			isFirst = false;
			const act = { by: 'admin', at: now, reason: '本人から電話' };
			expect(erasure.erase(db, { resourceId: here.ids.hidamari }, act)).toMatchObject({
				booklets: { finals: 0, others: 0 }
			});
		}
		return result;
	});
	expect(await want({ kind: 'final', printing: plainly }, meanwhile).done).toMatchObject({
		state: 'made'
	});
	const { bytes } = made.final(db, edition, { form: 'a5', channel: 'paper' })!;
	expect(bytes.includes('家族会 はるか')).toBe(true);
	expect(bytes.includes('ひだまり')).toBe(false);
});

test('what an erasure has taken away is made again by the same program', async () => {
	const kept = () => made.missingFinals(db).filter(({ editionId }) => editionId === edition);
	const all = () => Promise.all(jobs.jobsOf(db, edition).map(({ done }) => done));
	makeUp(db, origin, workshop());
	await all();
	expect(kept()).toEqual([]);
	const act = { by: 'admin', at: now, reason: '本人から電話' };
	erasure.erase(db, { resourceId: here.ids.hidamari }, act);
	expect(kept()).toHaveLength(2);
	makeUp(db, origin, workshop());
	await all();
	expect(kept()).toEqual([]);
});
