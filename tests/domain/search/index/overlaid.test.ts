import { expect, test } from 'vitest';
import { catalogueDocument } from '#lib/domain/listing/catalogue-document.ts';
import { narrow } from '#lib/domain/resource/narrowing.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { keysOf } from '#lib/domain/search/index/document.ts';
import { eachOf } from '#lib/domain/search/index/lists.ts';
import { memoryIndex } from '#lib/domain/search/index/memory-index.ts';
import { overlaid } from '#lib/domain/search/index/overlaid.ts';
import { places } from '../../../support/world.ts';

const documentOf = (content: (typeof places)[keyof typeof places]) =>
	catalogueDocument(publicContent(content), { place: null });

test('An index with other words for some documents is the one that was made of those words', () => {
	const { hidamari, kazoku } = places;
	const all = Object.values(places);
	const left = new Map([
		[0, narrow(hidamari, { ...hidamari, precision: 'private' })],
		[2, narrow(kazoku, { ...kazoku, precision: 'municipality' })]
	]);
	const made = memoryIndex(all.map((content, at) => documentOf(left.get(at) ?? content)));
	const over = overlaid(
		memoryIndex(all.map(documentOf)),
		new Map([...left].map(([at, content]) => [at, documentOf(content).search]))
	);
	const keys = new Set(
		[...all, ...left.values()].flatMap((content) => [...keysOf(documentOf(content).search)])
	);
	const inList = (index: typeof made, key: string) => {
		const found: number[] = [];
		const list = index.postings.list(key);
		if (list) eachOf(list, (number) => found.push(number));
		return found;
	};
	expect(keys.size).toBeGreaterThan(100);
	for (const key of keys) expect(inList(over, key), key).toEqual(inList(made, key));
	const numbers = [...all.keys()];
	expect(over.names(numbers).map(({ n, r }) => [n, r])).toEqual(
		made.names(numbers).map(({ n, r }) => [n, r])
	);
	expect(over.texts(numbers)).toEqual(made.texts(numbers));
});
