import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { operator } from '../../support/directory.ts';
import { places, world } from '../../support/world.ts';

test('a resource is erased after what will happen was said in numbers', async () => {
	const { database, directory } = operator();
	const { db, ids } = world(database);
	close(db);
	const erase = ['erase', `https://example.jp/resources/${ids.hidamari}`, '--reason', '電話で'];
	const first = await directory(...erase);
	expect(first.status).toBe(2);
	expect(first.stdout).toContain(`「${places.hidamari.name}」のことばを消します: 改訂 1件`);
	expect(first.stdout).toContain('年度版 2冊');
	expect(readFileSync(database).includes('ひだまり')).toBe(true);

	const second = await directory(...erase, '--yes');
	expect([second.status, second.stderr]).toEqual([0, '']);
	expect(second.stdout).toContain('までに消してください');
	expect(readFileSync(database).includes('ひだまり')).toBe(false);
	expect((await directory('check')).status).toBe(0);
});

test.each([
	[['erase'], '消す資源のID を書いてください'],
	[['erase', 'x'], '--reason 理由 を書いてください'],
	[['erase', 'x', '--reason', '電話で'], '資源「x」はありません']
])('%j is answered with a sentence', async (args, sentence) => {
	const { status, stderr } = await operator().directory(...args);
	expect(status).toBe(2);
	expect(stderr).toContain(sentence);
});
