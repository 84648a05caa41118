import { expect, it } from 'vitest';
import { atomText, type AtomFeed } from '#lib/domain/formats/feeds/atom.ts';
import { all, readXml, textIn } from '../../../support/xml.ts';

const id = '00000000-0000-5000-8000-000000000001';
const feed = (more: Partial<AtomFeed> = {}): AtomFeed => ({
	...{
		id,
		title: 'さくら市の新しい場所',
		subtitle: 'お知らせ',
		updated: '2026-04-01T03:00:00.000Z'
	},
	self: 'https://example.jp/regions/sakura/new.atom?category=ibasho&need=calm',
	page: 'https://example.jp/regions/sakura',
	...{ isSample: false, entries: [] },
	...more
});
const entry = {
	...{ id, title: 'ひだまり', summary: 'お茶', updated: '2026-04-01T03:00:00.000Z' },
	...{ page: 'https://example.jp/resources/1', isSample: false }
};

it('A feed is read back as it was meant, whatever its words are', () => {
	const words = `<script>alert("1 & 2")</script> ]]> 'お茶' &amp; \u0000\u000b\ud800`;
	const read = readXml(
		atomText(feed({ title: words, entries: [{ ...entry, title: words, summary: words }] }))
	);
	const told = `<script>alert("1 & 2")</script> ]]> 'お茶' &amp; \ufffd`;
	expect(textIn(read, 'title')).toBe(told);
	const [one] = all(read, 'entry');
	expect([textIn(one!, 'title'), textIn(one!, 'summary')]).toEqual([told, told]);
});

it('A feed says where it is, and its entries what they are about', () => {
	const read = readXml(atomText(feed({ entries: [entry] })));
	expect(textIn(read, 'id')).toBe(`urn:uuid:${id}`);
	expect(
		all(read, 'link').map(({ attributes }) => [attributes['rel'], attributes['href']])
	).toEqual([
		['self', 'https://example.jp/regions/sakura/new.atom?category=ibasho&need=calm'],
		['alternate', 'https://example.jp/regions/sakura']
	]);
	expect(all(read, 'author')).toHaveLength(1);
	const [one] = all(read, 'entry');
	expect(textIn(one!, 'updated')).toBe('2026-04-01T03:00:00.000Z');
	expect(all(one!, 'link')[0]!.attributes['href']).toBe('https://example.jp/resources/1');
});

it('What is invented is marked in the title of the feed and of each entry', () => {
	const read = readXml(atomText(feed({ isSample: true, entries: [{ ...entry, isSample: true }] })));
	expect(textIn(read, 'title')).toBe('【架空の見本】さくら市の新しい場所');
	expect(textIn(all(read, 'entry')[0]!, 'title')).toBe('【架空の見本】ひだまり');
});
