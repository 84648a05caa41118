import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/start/open.ts';
import { close } from '#lib/server/database/client.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { operator } from '../../support/directory.ts';
import { plant, sample } from '../../support/seeds.ts';

test('the sample region goes alone, after what would go was said in numbers', async () => {
	const { database, directory } = operator();
	plant(sample, database);
	const slugs = () => {
		const db = openDatabase(database);
		const found = regions.list(db).map(({ slug }) => slug);
		close(db);
		return found;
	};
	const first = await directory('region', 'drop-sample');
	expect(first.status).toBe(2);
	expect(first.stdout).toMatch(/場所 81件（改訂 \d+件）、年度版 3冊（掲載 \d+件）/);
	expect(first.stdout).toContain('しおりに入れた数は、このサイトには分かりません');
	expect(slugs()).toContain('sakura');

	const second = await directory('region', 'drop-sample', '--yes');
	expect([second.status, second.stderr]).toEqual([0, '']);
	expect(second.stdout).toContain('消しました: 場所 81件、年度版 3冊');
	expect(slugs()).toHaveLength(47);
	const check = await directory('check');
	expect([check.status, check.stderr]).toEqual([0, '']);
	expect((await directory('audit', 'verify')).status).toBe(0);

	const third = await directory('region', 'drop-sample', '--yes');
	expect([third.status, third.stderr]).toEqual([2, expect.stringContaining('ありません')]);
});

test('the command says what it can do', async () => {
	for (const args of [['region'], ['region', 'drop']]) {
		const { status, stderr } = await operator().directory(...args);
		expect([status, stderr]).toEqual([2, expect.stringContaining('drop-sample')]);
	}
});
