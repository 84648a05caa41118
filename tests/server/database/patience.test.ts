import { setImmediate as tick } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { BusyError, write } from '#lib/server/database/transaction.ts';
import { atOnce, patiently } from '#lib/server/database/waiting/patience.ts';
import { regions } from '#lib/server/database/schema/index.ts';
import { twoProcesses } from '../../support/two-processes.ts';

const opened = twoProcesses();

const region = { slug: 'a', name: 'あ', kana: 'あ', created_at: '2026-01-01T00:00:00Z' };
const count = () => opened.app.select().from(regions).all().length;

/** An action as a route would have it: what it throws ends as a failure. */
function action(save: () => unknown) {
	const state = { runs: 0, hasFailed: false };
	const work = () => {
		state.runs++;
		state.hasFailed = false;
		try {
			save();
		} catch (error) {
			if (!(error instanceof BusyError)) throw error;
			state.hasFailed = true;
		}
		return Promise.resolve();
	};
	const run = (writes: boolean, atMost = Infinity) =>
		patiently(opened.app, work, { writes, hasFailed: () => state.hasFailed, atMost });
	return { state, run };
}

test.each([true, false])(
	'others are answered while a save waits, and then it is done once (known to write: %s)',
	async (writes) => {
		opened.other.$client.exec('BEGIN IMMEDIATE');
		const { state, run } = action(() =>
			write(opened.app, () => opened.app.insert(regions).values(region).run())
		);
		let isDone = false;
		const saving = run(writes).then(() => (isDone = true));
		let answered = 0;
		while (answered < 1000) {
			await tick();
			answered += count() === 0 ? 1 : 0;
		}
		expect(isDone).toBe(false);
		opened.other.$client.exec('COMMIT');
		await saving;
		expect(count()).toBe(1);
		expect(state.hasFailed).toBe(false);
		if (writes) expect(state.runs).toBe(1);
	}
);

test('what has written something is not done again', async () => {
	const { state, run } = action(() => {
		write(opened.app, () => opened.app.insert(regions).values(region).run());
		opened.other.$client.exec('BEGIN IMMEDIATE');
		write(opened.app, () => opened.app.delete(regions).run());
	});
	await run(true);
	expect(state).toEqual({ runs: 1, hasFailed: true });
	expect(count()).toBe(1);
	opened.other.$client.exec('ROLLBACK');
});

test('it gives up in the end', async () => {
	opened.other.$client.exec('BEGIN IMMEDIATE');
	const { state, run } = action(() =>
		write(opened.app, () => opened.app.insert(regions).values(region).run())
	);
	await run(true, 0);
	expect(state.hasFailed).toBe(true);
	opened.other.$client.exec('ROLLBACK');
});

test('a write that does not wait leaves the patience of reads as it was', () => {
	opened.other.$client.exec('BEGIN IMMEDIATE');
	expect(() => atOnce(() => write(opened.app, () => opened.app.delete(regions).run()))).toThrow(
		BusyError
	);
	expect(opened.app.$client.pragma('busy_timeout', { simple: true })).toBe(250);
	opened.other.$client.exec('ROLLBACK');
});
