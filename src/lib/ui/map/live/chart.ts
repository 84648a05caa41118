import * as L from 'leaflet';
import { boundsAround, japan, type Bounds } from '#lib/domain/map/bounds.ts';
import type { MapView } from '#lib/domain/listing/map-view.ts';
import { areasOn } from './areas.ts';
import { groundOn, type Ground, type Tiles } from './ground.ts';
import { layoutOf } from './layout.ts';
import { marksOf, nearest, type Mark } from './marks.ts';
import { pinsOn } from './pins.ts';
import type { MarksIn, Source } from './source.ts';
import { namesOn, pixelsOn } from './towns.ts';

export type Chart = {
	/** Other places; says whether the view is another one too, which it is not where it fits already. */
	show(places: MapView, within: Bounds | null, source?: Source | null): boolean;
	/** What a source has found, until other places are shown. */
	set(marks: MarksIn): void;
	/** Sets off the pin of a place. */
	point(id: string | null): void;
	/** Gives the focus to a mark, or to the map where it is not seen. */
	focus(mark: Mark): void;
	/** Moves a mark out from under what covers so many pixels from below. */
	reveal(mark: Mark, covered: number): void;
	zoom(steps: number): void;
	zoomTo(mark: Mark): void;
	/** Whether one finger moves the map, and not the page. */
	setDragging(isOn: boolean): void;
	remove(): void;
};

type Options = {
	tiles: Tiles | null;
	/** No motion. */
	calm: boolean;
	onChoose: (mark: Mark) => void;
	/** The reader looks at another part. */
	onMoved: (bounds: Bounds) => void;
	onCredit: (credit: string | null) => void;
};

/** About four kilometres to each side of a place that is alone. */
const closest = 15;
const farthest = 4;

export function drawChart(node: HTMLElement, options: Options): Chart {
	const { tiles, calm, onMoved, onCredit } = options;
	const chart = L.map(node, {
		attributionControl: false,
		zoomControl: false,
		minZoom: farthest,
		maxZoom: nearest,
		zoomAnimation: !calm,
		fadeAnimation: !calm,
		markerZoomAnimation: !calm,
		inertia: !calm,
		trackResize: false,
		// Tiles are sharp at whole zooms only; anything else fits better in between.
		zoomSnap: tiles ? 1 : 0.25
	});
	L.control.scale({ imperial: false, position: 'bottomright' }).addTo(chart);
	let places: MapView = { spots: [], areas: [], hidden: 0, more: 0, towns: [] };
	let marksIn: MarksIn = marksOf(places);
	let asked: Source | null = null;
	let isOurs = false;
	/** As long as the reader looks at what was chosen for them, in whatever room there is. */
	let refit: (() => void) | null = null;
	/** Of the places that the view was made for. */
	let extent: Bounds | null = null;

	const quietly = (move: () => void) => {
		isOurs = true;
		move();
		isOurs = false;
	};
	const areas = areasOn(chart);
	const pins = pinsOn(chart, options.onChoose);
	const names = namesOn(chart);
	let ground: Ground | undefined;

	const draw = () => {
		asked?.look(boundsOf(chart), levelOf(chart));
		const marks = marksIn(boundsOf(chart), levelOf(chart));
		// With those beyond the edge, so that nothing changes its place as it comes into sight.
		const all = marksIn(boundsOf(chart, 0.5), levelOf(chart));
		const { at } = pixelsOn(chart);
		const layout = layoutOf(all, (mark) => at(mark.at));
		areas.show(marks);
		pins.show(marks, layout.asideOf);
		names.draw(layout, ground?.nameless(places.towns) ?? []);
	};
	chart.on('moveend', () => {
		draw();
		if (isOurs) return;
		refit = null;
		onMoved(boundsOf(chart));
	});
	onlyWithKey(node);
	const resizing = new ResizeObserver(() => {
		if (!ground) return;
		quietly(() => {
			chart.invalidateSize({ animate: false });
			refit?.();
		});
	});
	resizing.observe(node);

	return {
		show(next, within, source = null) {
			places = next;
			asked?.stop();
			asked = source;
			marksIn = source ? () => [] : marksOf(places);
			const around = within ?? extentOf(places);
			const isThere = within
				? ground !== undefined && isNearly(within, boundsOf(chart))
				: extent !== null && isNearly(around, extent);
			extent = within ? null : around;
			if (!isThere) {
				const room = within ? 0 : 48;
				const fitting = { padding: L.point(room, room), maxZoom: within ? nearest : closest };
				refit = () => chart.fitBounds(corners(around), { ...fitting, animate: false });
				quietly(refit);
			}
			ground ??= groundOn(chart, { tiles, onCredit, onChange: () => ground && draw() });
			draw();
			return !isThere;
		},
		set(marks) {
			marksIn = marks;
			draw();
		},
		point: (id) => pins.point(id, places.spots.find((spot) => spot.id === id) ?? null),
		focus(mark) {
			if (!pins.focus(mark)) node.focus({ preventScroll: true });
		},
		reveal({ at }, covered) {
			const padding = { paddingTopLeft: L.point(48, 56), paddingBottomRight: L.point(48, covered) };
			quietly(() => chart.panInside([at.latitude, at.longitude], { ...padding, animate: false }));
		},
		zoom: (steps) => void chart.setZoom(chart.getZoom() + steps),
		zoomTo({ at, zoom }) {
			if (zoom !== null) chart.setView([at.latitude, at.longitude], zoom);
		},
		setDragging(isOn) {
			if (isOn) chart.dragging.enable();
			else chart.dragging.disable();
		},
		remove() {
			asked?.stop();
			resizing.disconnect();
			chart.remove();
		}
	};
}

/** A wheel alone moves the page; with Ctrl or ⌘, or by pinching a touch pad, it zooms the map. */
function onlyWithKey(node: HTMLElement) {
	const keep = (event: WheelEvent) => {
		if (!event.ctrlKey && !event.metaKey) event.stopImmediatePropagation();
	};
	node.addEventListener('wheel', keep, { capture: true, passive: true });
}

/** The whole zoom at which nothing is nearer to each other than on the screen. */
const levelOf = (chart: L.Map) => Math.floor(chart.getZoom() + 0.001);

/** `more`: so many times its size on each side. */
function boundsOf(chart: L.Map, more = 0): Bounds {
	const seen = chart.getBounds().pad(more);
	return {
		west: Math.max(-180, seen.getWest()),
		south: Math.max(-90, seen.getSouth()),
		east: Math.min(180, seen.getEast()),
		north: Math.min(90, seen.getNorth())
	};
}

/** Of what the map is about: its places, else the towns around, else the country. */
function extentOf({ spots, areas, towns, around }: MapView): Bounds {
	if (around) return around;
	const known = areas.flatMap(({ at }) => at ?? []);
	return boundsAround([...spots, ...known]) ?? boundsAround(towns) ?? japan;
}

const corners = ({ west, south, east, north }: Bounds): L.LatLngBoundsLiteral => [
	[south, west],
	[north, east]
];

/** To a part of the width that nobody sees: an address has five decimals. */
function isNearly(one: Bounds, other: Bounds): boolean {
	const some = (other.east - other.west) / 1000 + 0.00002;
	return (['west', 'south', 'east', 'north'] as const).every(
		(side) => Math.abs(one[side] - other[side]) < some
	);
}
