import { expect, test } from 'vitest';
import { ownFirst, parseOwnRegion } from '#lib/domain/reader/own-region.ts';

test('what a device remembers is read back', () => {
	const own = { slug: 'tokyo', name: '東京都' };
	expect(parseOwnRegion(JSON.stringify(own))).toEqual(own);
});

test.each([
	null,
	'',
	'null',
	'[]',
	'"tokyo"',
	'{"slug":"../staff","name":"東京都"}',
	'{"slug":"tokyo"}',
	'{"slug":"tokyo","name":""}',
	JSON.stringify({ slug: 'tokyo', name: 'あ'.repeat(41) })
])('%s is nobody’s region', (text) => {
	expect(parseOwnRegion(text)).toBeNull();
});

test('the own region comes first, and the others stay as they were', () => {
	const all = ['hokkaido', 'aomori', 'tokyo', 'osaka'].map((slug) => ({ slug }));
	const slugs = (own: string | null) =>
		ownFirst(all, own === null ? null : { slug: own, name: own }).map(({ slug }) => slug);
	expect(slugs('tokyo')).toEqual(['tokyo', 'hokkaido', 'aomori', 'osaka']);
	expect(slugs(null)).toEqual(['hokkaido', 'aomori', 'tokyo', 'osaka']);
	expect(slugs('gone')).toEqual(slugs(null));
});
