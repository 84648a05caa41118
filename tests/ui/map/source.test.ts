import { describe, expect, test } from 'vitest';
import { japan } from '#lib/domain/map/bounds.ts';
import { marksFrom, windowAddress } from '#lib/ui/map/live/source.ts';

const window = { west: 138, south: 36, east: 139, north: 37 };
const ask = (path: string, own: string) =>
	Object.fromEntries(new URL(windowAddress({ path, own }, window, 7), 'http://a').searchParams);
const asked = { bbox: '138,36,139,37', zoom: '7' };

describe('the server is asked', () => {
	test('for the list of the page, with the bounds of the list beside those of the window', () => {
		expect(ask('/search', '?category=ibasho&bbox=1,2,3,4&view=map&page=3')).toEqual({
			...asked,
			category: 'ibasho',
			within: '1,2,3,4'
		});
		expect(ask('/regions/sakura', '?view=map')).toEqual({ ...asked, region: 'sakura' });
		expect(ask('/regions/sakura/2026', '?view=map')).toEqual({
			...asked,
			...{ region: 'sakura', year: '2026' }
		});
	});

	test('nothing of words that are searched on the device', () => {
		expect(ask('/regions/sakura', '?view=map#q=himitsu')).toEqual({ ...asked, region: 'sakura' });
	});
});

test('an answer is named buttons in the order of the list', () => {
	const at = { latitude: 36.5, longitude: 138.5 };
	const spot = { number: 2, id: 'a', name: '庭', category: '居場所', symbol: 'chair', place: '市' };
	const cluster = { ...at, count: 12, first: 1, zoom: 9, kinds: [], spots: [] };
	const towns = ['さくら市', 'かえで市', 'もみじ町'];
	const kinds: [string, number][] = [
		['相談窓口', 7],
		['居場所', 5]
	];
	const area = { municipality: '990019', name: 'さくら市', numbers: [3, 4], at };
	const marks = marksFrom({
		hidden: 0,
		marks: [
			{ ...spot, ...at },
			{ ...cluster, kinds, towns }
		],
		areas: [area]
	})(japan, 7);
	expect(marks.map(({ name, count }) => [name, count])).toEqual([
		['さくら市・かえで市などの12件：相談窓口7、居場所5', 12],
		['2番 庭、市、居場所', 1],
		['さくら市のどこか：3・4番（詳しい場所は申込のあとに）', 2]
	]);
	expect(marks.map(({ town }) => town)).toEqual(['さくら市ほか', null, null]);
	expect(
		marksFrom({ hidden: 0, marks: [{ ...spot, ...at }], areas: [] })({ ...window, south: 36.9 }, 7)
	).toEqual([]);
});
