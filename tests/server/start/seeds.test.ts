import path from 'node:path';
import { expect, test } from 'vitest';
import * as audit from '#lib/server/audit/index.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { everything } from '../../support/rows.ts';
import { copy, plant, prepared, seed } from '../../support/seeds.ts';
import { now, populated } from '../../support/world.ts';

const record = (db: Database) =>
	audit.record(db, {
		at: now.toISOString(),
		actor: 'test',
		action: 'resource.revise',
		subject: 'resource',
		subjectId: 1
	});

test('A seed is filled once, and each copy is its own', () => {
	let filled = 0;
	const one = seed((db) => {
		record(db);
		return ++filled;
	}, prepared);
	const [first, second] = [copy(one), copy(one)];
	expect([filled, one().made]).toEqual([1, 1]);
	expect(everything(first)).toEqual(everything(second));
	record(first);
	expect(audit.verify(first).ok).toBe(true);
	expect(everything(copy(one))).toEqual(everything(second));
});

test('A copy is the same in memory and in a file, refuses what triggers refuse, and is written to disk safely', () => {
	const file = path.join(temporaryFolder(), 'bookmark.db');
	const stored = copy(populated, file);
	expect(everything(stored)).toEqual(everything(copy(populated)));
	expect(stored.$client.pragma('journal_mode', { simple: true })).toBe('wal');
	expect(() => stored.$client.exec('DELETE FROM audit')).toThrow('append-only');
	expect(regions.find(stored, 'gunma')).not.toBeNull();
	close(stored);
	expect(() => plant(populated, file)).toThrow('EEXIST');
});
