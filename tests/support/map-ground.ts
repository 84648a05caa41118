import type { Page } from 'playwright-core';

/** What lies under the map: stands in for `/tiles` and `/outlines`, so that no test asks the Survey Institute. */
export type Ground = {
	/** Whether tiles are said to be there, and whether they come. */
	tiles?: 'there' | 'broken';
	outlines?: boolean;
	/** Whether the region is one of which there is no tile. */
	invented?: boolean;
};

export const attribution = '出典：国土地理院';
export const credit = '輪郭：国土数値情報';

const pixel =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** A square of about a degree around the sample region. */
const topology = {
	type: 'Topology',
	transform: { scale: [0.0001, 0.0001], translate: [141.8, 36.5] },
	arcs: [
		[
			[0, 0],
			[10_000, 0],
			[0, 8000],
			[-10_000, 0],
			[0, -8000]
		]
	],
	objects: {
		outlines: {
			type: 'GeometryCollection',
			geometries: [{ type: 'Polygon', id: '990019', properties: { name: 'さくら市' }, arcs: [[0]] }]
		}
	}
};

/** Returns the paths that were asked for, as they come. */
export async function layGround(
	page: Page,
	{ tiles, outlines, invented = false }: Ground = {}
): Promise<string[]> {
	const asked: string[] = [];
	const hasLand = outlines || invented;
	const own = {
		...{ slug: 'sakura', code: '99', name: '見本県' },
		...(invented ? { invented: { credit } } : {})
	};
	await page.route(/\/(tiles|outlines)(\/|\?|$)/, async (route) => {
		const { pathname, search } = new URL(route.request().url());
		asked.push(pathname + search);
		if (pathname === '/tiles') {
			const available = tiles !== undefined;
			await route.fulfill({ json: { available, attribution, maxZoom: 18, invented } });
		} else if (pathname.startsWith('/tiles/')) {
			if (tiles === 'broken') await route.fulfill({ status: 503 });
			else await route.fulfill({ contentType: 'image/png', body: Buffer.from(pixel, 'base64') });
		} else if (pathname === '/outlines') {
			const bounds = { west: 141.8, south: 36.5, east: 142.8, north: 37.3 };
			await route.fulfill({
				json: {
					bands: ['overview', 'middle', 'detail'],
					version: hasLand ? '1' : null,
					credit: hasLand ? credit : null,
					prefectures: hasLand ? [{ ...own, bounds }] : []
				}
			});
		} else {
			await route.fulfill({ json: topology });
		}
	});
	return asked;
}
