import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { makeFor } from '#lib/server/booklet/finals.ts';
import * as jobs from '#lib/server/booklet/jobs.ts';
import { offer, parseReaderForm, readersFile } from '#lib/server/booklet/readers.ts';
import { TypesettingError } from '#lib/server/booklet/typesetting/compile.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import * as readOnly from '#lib/server/web/read-only.ts';
import { workshop } from '../../support/workshop.ts';
import { now, world, type World } from '../../support/world.ts';

let here: World;
let db: Database;
let edition: editions.Edition;
const origin = 'https://bookmark.example.jp';
const act = { by: 'editor', at: now, reason: '本人から電話' };

beforeEach(() => {
	here = world();
	db = here.db;
	edition = editions.find(db, { region: 'gunma', year: 2026 })!;
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	close(db);
});

const ask = (of = workshop(), form: 'a5' | 'large' = 'a5') =>
	readersFile(db, edition, { form, origin }, of);
const all = () => Promise.all(jobs.jobsOf(db, edition.id).map(({ done }) => done));
async function textOf(of = workshop()): Promise<string> {
	const answer = await ask(of);
	if (!('file' in answer)) throw new Error(answer.sentence);
	return answer.file.bytes.toString();
}

test('readers get the final as long as nothing is hidden, and at once another one afterwards', async () => {
	let count = 0;
	const of = workshop();
	const counting = {
		...of,
		makers: {
			a5: {
				...of.makers.a5!,
				make: (...how: Parameters<NonNullable<typeof of.makers.a5>['make']>) => (
					count++,
					of.makers.a5!.make(...how)
				)
			}
		}
	};
	makeFor(db, edition.id, { by: 'editor', origin }, counting);
	await all();
	expect(count).toBe(2);
	const first = await ask(counting);
	expect(first).toMatchObject({ file: { kind: 'final', channel: 'web' } });
	expect(count).toBe(2);
	life.withdraw(db, here.ids.hidamari, act);
	expect(await textOf(counting)).not.toContain('ひだまり');
	expect(await ask(counting)).toMatchObject({ file: { kind: 'cached' } });
	expect(count).toBe(3);
	life.reinstate(db, here.ids.hidamari, act);
	expect(await ask(counting)).toEqual(first);
});

test('a final outlives a change of the templates, and a cached one does not', async () => {
	makeFor(db, edition.id, { by: 'editor', origin }, workshop());
	await all();
	const [a5, large] = [await ask(), await ask(workshop(), 'large')];
	const changed = { ...workshop(), templates: () => 'changed' };
	expect(await ask(changed)).toEqual(a5);
	expect(await ask(changed, 'large')).not.toEqual(large);
});

test('what nothing comes of is not begun again by asking, until something is written that changes it', async () => {
	let tries = 0;
	const failing = workshop(() => {
		tries++;
		return Promise.reject(new TypesettingError('12番「秘密の家」が組めません。'));
	});
	for (let time = 0; time < 3; time++) {
		const answer = await ask(failing);
		expect(answer).toMatchObject({ isLater: true });
		expect(JSON.stringify(answer)).toContain('いまはお渡しできません');
		expect(JSON.stringify(answer)).not.toContain('秘密');
	}
	expect(tries).toBe(1);
	life.withdraw(db, here.ids.hidamari, act);
	await ask(failing);
	expect(tries).toBe(2);
});

test('what the machine could not do at one moment is tried again, but not by every asking', async () => {
	vi.useFakeTimers({ toFake: ['performance'] });
	let tries = 0;
	const faults = [
		Object.assign(new Error('spawn EMFILE'), { code: 'EMFILE' }),
		new TypesettingError('途中で終わりました。', { mayPass: true })
	];
	const of = workshop();
	const recovering = workshop((...how) => {
		const fault = faults[tries++];
		return fault ? Promise.reject(fault) : of.makers.a5!.make(...how);
	});
	vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	for (const tried of faults.keys()) {
		for (let time = 0; time < 2; time++) {
			const answer = await ask(recovering);
			expect(answer).toMatchObject({ isLater: true });
			expect(JSON.stringify(answer)).toContain('いまは新しい冊子をつくれません');
		}
		expect(tries).toBe(tried + 1);
		vi.advanceTimersByTime(60_000);
	}
	expect(await ask(recovering)).toMatchObject({ file: { form: 'a5' } });
});

test('nothing is begun where the database is only read, and what is there is given', async () => {
	const kept = await ask();
	readOnly.turnOn(db, { by: 'operator', at: now, reason: '移す' });
	expect(await ask()).toEqual(kept);
	expect(await ask(workshop(), 'large')).toMatchObject({ isLater: true });
	expect(jobs.jobsOf(db, edition.id)).toEqual([]);
});

test('a page offers each form that can be made, with size and pages once they are known', async () => {
	expect(offer(db, edition, workshop())).toEqual(
		['a5', 'yasashii', 'large', 'a4'].map((form) => ({ form, made: null }))
	);
	await ask();
	expect(offer(db, edition, workshop())[0]).toMatchObject({ form: 'a5', made: { pages: 8 } });
	expect(offer(db, { ...edition, previewed: true }, workshop())).toEqual([]);
	const answer = await readersFile(
		db,
		{ ...edition, previewed: true },
		{ form: 'a5', origin },
		workshop()
	);
	expect(answer).toMatchObject({ isLater: false });
	expect(['a5', null, 'large', 'epub', ''].map(parseReaderForm)).toEqual([
		'a5',
		'a5',
		'large',
		undefined,
		undefined
	]);
});
