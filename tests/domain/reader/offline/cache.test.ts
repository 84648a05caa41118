import { describe, expect, it } from 'vitest';
import { wayOf } from '#lib/domain/reader/offline/cache.ts';

const way = (path: string, isPage = true, method = 'GET', isOwn = true) =>
	wayOf({ method, isPage, isOwn }, path);

describe('A device that keeps a region', () => {
	it.each([
		'/staff',
		'/staff/resources/1',
		'/api/search',
		'/tiles/1/2/3',
		'/healthz',
		'/embed/regions/sakura'
	])('leaves %s alone', (path) => {
		expect(way(path)).toBeNull();
	});

	it('leaves alone what is sent, what is another site’s, and what is part of no page that it keeps', () => {
		expect(way('/resources/1/report', true, 'POST')).toBeNull();
		expect(way('/regions/sakura', true, 'GET', false)).toBeNull();
		for (const path of ['/regions/sakura/__data.json', '/robots.txt', '/regions/sakura/kept']) {
			expect(way(path, false), path).toBeNull();
		}
	});

	it('has a page of its own for what needs nothing but the device, and one for all others', () => {
		expect(way('/bookmarks')).toEqual({ kind: 'page', kept: '/bookmarks' });
		expect(way('/regions/sakura')).toEqual({ kind: 'page', kept: '/offline' });
		expect(way('/resources/1')).toEqual({ kind: 'page', kept: '/offline' });
	});

	it('knows the program, the regions and the outlines', () => {
		expect(way('/_app/immutable/chunks/a.js', false)).toEqual({ kind: 'program' });
		expect(way('/regions/sakura/resources.json', false)).toEqual({ kind: 'data' });
		expect(way('/outlines/gunma', false)).toEqual({ kind: 'data' });
		expect(way('/regions/sakura/__route.js', false)).toEqual({ kind: 'route' });
		expect(way('/staff/__route.js', false)).toBeNull();
	});
});
