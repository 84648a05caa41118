import * as L from 'leaflet';
import type { Point } from '#lib/domain/map/bounds.ts';
import { boxOf, placeLabels } from '#lib/domain/map/labels.ts';
import type { Layout } from './layout.ts';

const size = 13;
/** More than any label is moved aside. */
const reach = 100;

export type Towns = readonly (Point & { name: string })[];

/** Pixels at a zoom that stay the same while the map is moved. */
export function pixelsOn(chart: L.Map): {
	at: (point: Point) => L.Point;
	back: (pixels: { x: number; y: number }) => L.LatLng;
} {
	const zoom = chart.getZoom();
	const origin = chart.project([36, 138], zoom);
	return {
		at: ({ latitude, longitude }) => chart.project([latitude, longitude], zoom).subtract(origin),
		back: ({ x, y }) => chart.unproject(L.point(x, y).add(origin), zoom)
	};
}

/** Names below the marks: those of clusters, and those of towns as far as there is room. */
export function namesOn(chart: L.Map): { draw(layout: Layout, towns: Towns): void } {
	const pane = chart.getPane('towns') ?? chart.createPane('towns');
	pane.setAttribute('aria-hidden', 'true');
	const layer = L.layerGroup().addTo(chart);
	let drawn = '';
	return {
		draw({ pills, boxes }, towns) {
			const { at, back } = pixelsOn(chart);
			const said = new Set(pills.map(({ text }) => text.replace(/ほか$/, '')));
			const wished = towns
				.filter(({ name }) => !said.has(name))
				.map((town) => ({ text: town.name, x: at(town).x, y: at(town).y }));
			const labels = labelsBeside(wished, boxes);
			const now = JSON.stringify([
				chart.getZoom(),
				labels,
				pills.map(({ text, x, y }) => [text, x, y])
			]);
			if (now === drawn) return;
			drawn = now;
			layer.clearLayers();
			for (const { text, ...pixels } of labels) put(text, 'town', back(pixels));
			for (const { text, x, y } of pills) put(text, 'town pill', back({ x, y }));
		}
	};

	function put(text: string, className: string, at: L.LatLng) {
		const label = document.createElement('span');
		label.textContent = text;
		const icon = L.divIcon({ className, html: label, iconSize: [0, 0] });
		const options = { icon, interactive: false, keyboard: false, pane: 'towns' };
		L.marker(at, options).addTo(layer);
	}
}

type Wish = { text: string; x: number; y: number };

function labelsBeside(wished: readonly Wish[], taken: Layout['boxes']): Wish[] {
	if (wished.length === 0) return [];
	const boxes = wished.map(({ text, x, y }) => boxOf(text, x, y, size));
	const left = Math.min(...boxes.map(({ x }) => x)) - reach;
	const top = Math.min(...boxes.map(({ y }) => y)) - reach;
	const moved = <T extends { x: number; y: number }>(one: T) => ({
		...one,
		x: one.x - left,
		y: one.y - top
	});
	const endless = { width: Infinity, height: Infinity, size };
	return placeLabels(wished.map(moved), taken.map(moved), endless).map(({ text, x, y }) => ({
		text,
		x: x + left,
		y: y + top
	}));
}
