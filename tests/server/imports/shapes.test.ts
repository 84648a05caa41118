import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as shapes from '#lib/server/imports/shapes.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** A folder of data with the shapes in it, and one more file. */
function dataWith(content: unknown): string {
	const data = temporaryFolder();
	cpSync('data/shapes', path.join(data, 'shapes'), { recursive: true });
	const text = typeof content === 'string' ? content : JSON.stringify(content);
	writeFileSync(path.join(data, 'shapes', 'own-list.json'), text);
	return data;
}

const own = (more: object = {}) => ({
	...(JSON.parse(readFileSync('data/shapes/linkdata.json', 'utf8')) as object),
	...{ name: 'own-list', title: '見本市の一覧' },
	...more
});

describe('The shapes of files', () => {
	it('are those of data/shapes, one of the operator’s own too', () => {
		const data = dataWith(own());
		shapes.load(data);
		expect(shapes.list(data).map(({ name }) => name)).toContain('own-list');
	});

	it('may be none', () => {
		expect(shapes.list(path.join(temporaryFolder(), 'nowhere'))).toEqual([]);
	});

	it.each([
		['that is no JSON', '{', /own-list\.json を読めません/],
		[
			'with a field that is none',
			own({ columns: [{ names: ['name'], to: 'nmae' }] }),
			/columns\.0\.to：「nmae」/
		],
		['with the name of another', own({ name: 'event' }), /name「event」は、ほかの形の名前/],
		['with the name of a format', own({ name: 'wamnet' }), /name「wamnet」/]
	])('%s stop the start with a sentence', (_, content, sentence) => {
		const data = dataWith(content);
		expect(() => shapes.load(data)).toThrow(sentence);
	});
});
