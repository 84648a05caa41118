import * as L from 'leaflet';
import type { Point } from '#lib/domain/map/bounds.ts';
import { boxOf, placeLabels } from '#lib/domain/map/labels.ts';
import type { Mark } from './marks.ts';

/** Squared paper: a ground that needs nothing from anywhere. */
class Grid extends L.GridLayer {
	override createTile() {
		const tile = document.createElement('div');
		tile.className = 'squares';
		return tile;
	}
}

export const grid = (): L.GridLayer => new Grid({ pane: 'tilePane' });

const size = 13;
/** Pixels that a mark takes around its place, as in marks.css. */
const pin = { x: -22, y: -40, width: 44, height: 44 };
const cluster = { x: -24, y: -24, width: 48, height: 48 };
const area = { x: -36, y: -34, width: 72, height: 78 };

/** Names of towns beside the places, as many as have room. */
export function labelsOn(
	chart: L.Map,
	towns: () => readonly (Point & { name: string })[],
	marks: () => readonly Mark[]
): { draw(): void; remove(): void } {
	const pane = chart.getPane('towns') ?? chart.createPane('towns');
	pane.setAttribute('aria-hidden', 'true');
	const layer = L.layerGroup();
	let drawn = '';
	const draw = () => {
		const zoom = chart.getZoom();
		const origin = chart.project([36, 138], zoom);
		const at = ({ latitude, longitude }: Point) =>
			chart.project([latitude, longitude], zoom).subtract(origin);
		const taken = marks().map((mark) => {
			const { x, y } = at(mark.at);
			const box = mark.areas.length > 0 ? area : mark.count > 1 ? cluster : pin;
			return { ...box, x: x + box.x, y: y + box.y };
		});
		const wished = towns().map((town) => {
			const { x, y } = at(town);
			return { text: town.name, x, y };
		});
		const endless = { width: Infinity, height: Infinity, size };
		const boxes = wished.map(({ text, x, y }) => boxOf(text, x, y, size));
		const left = Math.min(...boxes.map((box) => box.x)) - reach;
		const top = Math.min(...boxes.map((box) => box.y)) - reach;
		const moved = <T extends { x: number; y: number }>(one: T) => ({
			...one,
			x: one.x - left,
			y: one.y - top
		});
		const labels = placeLabels(wished.map(moved), taken.map(moved), endless);
		const now = JSON.stringify([zoom, labels]);
		if (now === drawn) return;
		drawn = now;
		layer.clearLayers();
		for (const { text, x, y } of labels) {
			const point = L.point(x + left, y + top).add(origin);
			const label = document.createElement('span');
			label.textContent = text;
			const icon = L.divIcon({ className: 'town', html: label, iconSize: [0, 0] });
			const options = { icon, interactive: false, keyboard: false, pane: 'towns' };
			L.marker(chart.unproject(point, zoom), options).addTo(layer);
		}
	};
	layer.addTo(chart);
	chart.on('moveend', draw);
	draw();
	return {
		draw,
		remove() {
			chart.off('moveend', draw);
			layer.remove();
		}
	};
}

/** More than any label is moved aside. */
const reach = 100;
