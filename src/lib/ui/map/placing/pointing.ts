import * as L from 'leaflet';
import { boundsAround, japan, type Point } from '#lib/domain/map/bounds.ts';
import { moved } from '#lib/domain/map/placing.ts';
import { groundOn, type Tiles } from '#lib/ui/map/live/ground.ts';
import { nearest } from '#lib/ui/map/live/marks.ts';

/** A map with one point on it, to be put where it belongs. */
export type PointChart = {
	/** Null takes it away. */
	set(point: Point | null): void;
	/** Shows all of these, from near enough to place something. */
	look(points: readonly Point[]): void;
	center(): Point;
	zoom(steps: number): void;
	focus(): void;
	remove(): void;
};

type Options = {
	tiles: Tiles | null;
	calm: boolean;
	/** Named for those who do not see it. */
	name: (point: Point) => string;
	onPick: (point: Point) => void;
	onCredit: (credit: string | null) => void;
};

/** Metres of one press of an arrow key, alone and with Shift. */
export const steps = { fine: 5, coarse: 100 };
const near = { tiles: 16, outlines: 12 };

const directions: Record<string, [north: number, east: number]> = {
	ArrowUp: [1, 0],
	ArrowDown: [-1, 0],
	ArrowRight: [0, 1],
	ArrowLeft: [0, -1]
};

export function drawPoint(node: HTMLElement, options: Options): PointChart {
	const { tiles, calm, name, onPick, onCredit } = options;
	const chart = L.map(node, {
		attributionControl: false,
		zoomControl: false,
		minZoom: 4,
		maxZoom: nearest,
		zoomAnimation: !calm,
		fadeAnimation: !calm,
		inertia: !calm,
		scrollWheelZoom: false
	});
	L.control.scale({ imperial: false, position: 'bottomright' }).addTo(chart);
	chart.fitBounds([
		[japan.south, japan.west],
		[japan.north, japan.east]
	]);
	groundOn(chart, { tiles, onCredit, onChange: () => undefined });
	const picked = ({ lat, lng }: L.LatLng) => onPick({ latitude: lat, longitude: lng });
	chart.on('click', ({ latlng }) => picked(latlng));

	let point: Point | null = null;
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'mark placed';
	button.append(document.createElement('span'));
	button.addEventListener('click', (event) => event.stopPropagation());
	button.addEventListener('keydown', (event) => {
		const direction = directions[event.key];
		if (!direction || !point || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		event.stopPropagation();
		const metres = event.shiftKey ? steps.coarse : steps.fine;
		onPick(moved(point, direction[0] * metres, direction[1] * metres));
	});
	const holder = L.divIcon({ className: 'holder', html: button, iconSize: [0, 0] });
	const marker = L.marker([0, 0], { icon: holder, keyboard: false, draggable: true });
	marker.on('dragend', () => picked(marker.getLatLng()));
	const resizing = new ResizeObserver(() => chart.invalidateSize({ animate: false }));
	resizing.observe(node);

	return {
		set(next) {
			point = next;
			if (!point) {
				marker.remove();
				return;
			}
			const at: L.LatLngTuple = [point.latitude, point.longitude];
			button.title = name(point);
			button.setAttribute('aria-label', name(point));
			marker.setLatLng(at).addTo(chart);
			chart.panInside(at, { padding: [48, 56], animate: !calm });
		},
		look(points) {
			const around = boundsAround(points);
			if (!around) return;
			const { west, south, east, north } = around;
			const corners: L.LatLngBoundsLiteral = [
				[south, west],
				[north, east]
			];
			chart.fitBounds(corners, {
				maxZoom: tiles ? near.tiles : near.outlines,
				padding: [48, 48],
				animate: false
			});
		},
		center() {
			const { lat, lng } = chart.getCenter();
			return { latitude: lat, longitude: lng };
		},
		zoom: (steps) => void chart.setZoom(chart.getZoom() + steps),
		focus: () => button.focus({ preventScroll: true }),
		remove() {
			resizing.disconnect();
			chart.remove();
		}
	};
}
