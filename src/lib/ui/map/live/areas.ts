import * as L from 'leaflet';
import type { Mark } from './marks.ts';

/** Metres: somewhere in a town; about its middle. */
const town = 1500;
/** Pixels, so that it is never taken for a pin. */
const least = 34;

/** The dashed circles of what is shown by its town alone; their buttons stand among the pins. */
export function areasOn(chart: L.Map): { show(marks: readonly Mark[]): void } {
	const circles = L.layerGroup().addTo(chart);
	return {
		show(marks) {
			circles.clearLayers();
			for (const { at, areas } of marks) {
				if (areas.length === 0) continue;
				const center = L.latLng(at.latitude, at.longitude);
				const radius = Math.max(town, least * metresOfPixel(chart, center));
				L.circle(center, { radius, interactive: false, className: 'area-ground' }).addTo(circles);
			}
		}
	};
}

function metresOfPixel(chart: L.Map, at: L.LatLng): number {
	const point = chart.project(at);
	return at.distanceTo(chart.unproject(point.add([1, 0])));
}
