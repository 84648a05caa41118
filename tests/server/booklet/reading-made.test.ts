import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { made } from '#lib/server/booklet/reading/made.ts';
import * as editions from '#lib/server/editions/index.ts';
import { withdraw } from '#lib/server/editing/withdrawal.ts';
import { load } from '#lib/server/search/crisis.ts';
import { copy, now, sample } from '../../support/seeds.ts';

const means = { origin: 'https://bookmark.example.jp', crisis: load() };
const words = (epub: Uint8Array) =>
	Object.values(unzipSync(epub))
		.map((bytes) => strFromU8(bytes))
		.join('\n');

it('What an edition says in its forms follows what is hidden at once, and nothing else', async () => {
	const db = copy(sample);
	const edition = editions.findByName(db, 'sakura-2026')!;
	const before = await made(db, edition, means);
	expect(words(before.epub())).toContain('居場所カフェ ひだまり');
	expect(await made(db, edition, means)).toBe(before);

	db.$client.exec("UPDATE regions SET kana = kana WHERE slug = 'tokyo'");
	expect(await made(db, edition, means), 'after a change elsewhere').toBe(before);

	const { id } = db.$client
		.prepare(
			`SELECT e.resource_id AS id FROM entries e JOIN revisions v ON v.id = e.revision_id
			WHERE e.edition_id = ? AND v.name = '居場所カフェ ひだまり'`
		)
		.get(edition.id) as { id: string };
	withdraw(db, id, { by: 'test', at: now, reason: '本人の希望' });
	const after = await made(db, edition, means);
	expect(after.hash).not.toBe(before.hash);
	expect(words(after.epub())).not.toContain('居場所カフェ ひだまり');
	expect(words(after.epub())).toMatch(/\d+番 取り下げられました/);

	const elsewhere = await made(db, edition, { ...means, origin: 'https://other.example.jp' });
	expect(words(elsewhere.epub())).toContain('https://other.example.jp/regions/sakura');
	expect(words((await made(db, edition, means)).epub())).not.toContain('other.example.jp');
});
