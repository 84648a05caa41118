import fc from 'fast-check';
import { expect, test } from 'vitest';
import { japan } from '#lib/domain/map/bounds.ts';
import { clustersOf, zooms } from '#lib/domain/map/clusters.ts';

const places = fc.array(
	fc.record({
		latitude: fc.double({ min: 25, max: 45, noNaN: true }),
		longitude: fc.double({ min: 124, max: 150, noNaN: true }),
		kind: fc.constantFrom('居場所', '相談窓口'),
		town: fc.constantFrom('さくら市', 'かえで市', 'もみじ町', 'つばき村', null)
	}),
	{ maxLength: 60 }
);

test('at every zoom each place is in one mark, and kinds add up', () => {
	fc.assert(
		fc.property(places, fc.integer({ min: zooms.least, max: zooms.most }), (list, zoom) => {
			const marks = clustersOf(list)(japan, zoom);
			const counts = marks.map((mark) => ('count' in mark ? mark.count : 1));
			expect(counts.reduce((sum, one) => sum + one, 0)).toBe(list.length);
			for (const mark of marks) {
				if (!('count' in mark)) continue;
				expect(mark.kinds.reduce((sum, [, count]) => sum + count, 0)).toBe(mark.count);
				if (mark.zoom === null) expect(mark.places).toHaveLength(mark.count);
				else expect(mark.zoom).toBeGreaterThan(zoom);
			}
		})
	);
});

test('places far apart stand alone, and nothing beyond the bounds is told', () => {
	const list = [
		{ latitude: 35, longitude: 135, kind: '居場所', town: 'さくら市' },
		{ latitude: 36, longitude: 140, kind: '居場所', town: null }
	];
	const marks = clustersOf(list)({ west: 134, south: 34, east: 136, north: 36 }, 10);
	expect(marks).toEqual([
		{
			latitude: expect.closeTo(35, 4) as unknown,
			longitude: expect.closeTo(135, 4) as unknown,
			at: 0
		}
	]);
});

test('what stands together says its towns, most places first', () => {
	const at = (town: string | null, more: number) => ({
		latitude: 35 + more / 1e4,
		longitude: 135,
		kind: '居場所',
		town
	});
	const list = ['A', 'B', 'C', 'B', 'A', 'B', 'D', null].map(at);
	const [mark] = clustersOf(list)(japan, 5);
	expect(mark).toMatchObject({
		count: 8,
		towns: ['B', 'A', expect.stringMatching(/^[CD]$/)]
	});
});
