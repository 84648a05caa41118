import { expect, it } from 'vitest';
import { draw, noGround, type Spot } from '#lib/domain/map/drawing.ts';
import { svgOf } from '#lib/domain/map/svg.ts';

it('a drawing is a whole document for paper, and no name in it is markup', () => {
	const spot: Spot = {
		...{ latitude: 36.5, longitude: 138.5, number: 3, id: 'id', name: '所' },
		...{ category: '居場所', symbol: 'chair', place: '市' }
	};
	const towns = [{ name: '<さくら&市>', latitude: 36.52, longitude: 138.5 }];
	const size = { width: 400, height: 300, towns };
	const drawing = draw({ spots: [spot], areas: [] }, size)!;
	const paper = { title: '地図"<', font: 'BIZ UDPGothic' };
	const ground = { ...noGround, land: ['M1 1L9 1L9 9Z', 'M2 2L3 2L3 3Z'], rivers: ['M1 2L3 4'] };
	const onLand = svgOf({ ...drawing, ground }, paper);
	expect(onLand).toMatch(/^<svg xmlns=[^>]*><title>地図&quot;&lt;<\/title>/);
	expect(onLand).toContain('>3</text>');
	expect(onLand).toContain('&lt;さくら&amp;市&gt;');
	expect(onLand).toContain('d="M1 1L9 1L9 9ZM2 2L3 2L3 3Z"');
	expect(onLand).not.toContain('NaN');
	expect(onLand).toContain('d="M1 2L3 4"');
	expect(svgOf(drawing, paper).match(/<path/g)).toHaveLength(1);
});
