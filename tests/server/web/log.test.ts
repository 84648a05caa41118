import { createLog } from '#lib/server/web/log.ts';
import { describeError } from '#lib/server/database/faults.ts';
import { regions } from '#lib/server/database/schema/index.ts';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { expect, onTestFinished, test } from 'vitest';

test('each call is one line of JSON with its time and level', () => {
	const lines: string[] = [];
	const log = createLog('info', (line) => void lines.push(line));
	log('info', { route: '/search', status: 200, words: 'a\nb' });
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(/^[^\n]+\n$/);
	const { time, ...rest } = JSON.parse(lines[0]!) as Record<string, unknown>;
	expect(rest).toEqual({ level: 'info', route: '/search', status: 200, words: 'a\nb' });
	expect(new Date(time as string).toISOString()).toBe(time);
});

test('what is below the level is not written', () => {
	const levels: string[] = [];
	const log = createLog('warn', (line) => {
		levels.push((JSON.parse(line) as { level: string }).level);
	});
	for (const level of ['debug', 'info', 'warn', 'error'] as const) log(level, {});
	expect(levels).toEqual(['warn', 'error']);
});

test('an error is told by its kind and place, without the values in its message', () => {
	const db = openDatabase(':memory:');
	onTestFinished(() => close(db));
	const row = { slug: 'himitsu', name: 'ひみつ', kana: 'ひみつ', created_at: 'x' };
	db.insert(regions).values(row).run();
	let caught: unknown;
	try {
		db.insert(regions).values(row).run();
	} catch (error) {
		caught = error;
	}
	const told = JSON.stringify(describeError(caught));
	expect(told).toContain('SQLITE_CONSTRAINT_UNIQUE');
	expect(told).toContain('log.test.ts');
	expect(told).not.toMatch(/himitsu|ひみつ|insert into/i);
});

test('a message that looks like places, or an address in a place, is not told', () => {
	const error = new Error('words\n    at secret (/x:1:1)');
	error.stack += '\n    at load (http://localhost/search?q=secret:1:2)';
	expect(JSON.stringify(describeError(error))).not.toContain('secret');
	expect(describeError('secret')).toEqual({ error: 'string' });
});
