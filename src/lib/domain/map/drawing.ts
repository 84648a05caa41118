import { boundsAround, type Bounds, type Point } from './bounds.ts';
import { overlap, placeLabels, type Box, type Label } from './labels.ts';
import { viewOf, type View } from './mercator.ts';

/** A place of a list that may be shown exactly. */
export type Spot = Point & {
	/** Its number in the list. */
	number: number;
	id: string;
	name: string;
	category: string;
	symbol: string;
	/** Town. */
	place: string;
	/** Slug, where it is of use. */
	region?: string | null;
};

/** Places that are shown by their town alone. */
export type Area = { municipality: string; name: string; numbers: number[]; at: Point | null };

/** Land of one municipality: rings of [longitude, latitude], as in GeoJSON. */
export type Land = { name: string; center: Point | null; rings: (readonly number[])[][] };

/** A map to be drawn, in pixels of its view box. */
export type Drawing = {
	width: number;
	height: number;
	bounds: Bounds;
	/** Path data of each municipality. */
	land: string[];
	/** Lines of the plain ground where no land is known: x or y of each. */
	grid: { x: number[]; y: number[] };
	labels: Label[];
	areas: { x: number; y: number; radius: number; area: Area }[];
	pins: { x: number; y: number; text: string; spots: Spot[] }[];
	/** A bar of so many kilometres. */
	scale: { kilometres: number; pixels: number };
};

const margin = 34;
const labelSize = 13;
const pinSize = 26;
export const pinWidth = (text: string): number =>
	Math.max(pinSize, text.length * labelSize * 0.85 + 12);
/** Pins nearer than this stand as one, since two numbers need the room. */
const together = { x: 52, y: 28 };
const areaRadius = 30;
const gridStep = 64;
/** About four kilometres to each side of a place that is alone. */
const least = 0.04;
/** More pins than these are points without numbers. */
export const mostNumbered = 120;

/** `isNumbered`: pins say which numbers stand there, else how many. */
type Canvas = {
	width: number;
	height: number;
	towns: readonly (Point & { name: string })[];
	isNumbered?: boolean;
};

/**
 * The map of a list as shapes: pins with their numbers, towns for what is shown by its town, land or
 * a plain grid, names of towns where there is room. Null when there is nothing to be seen.
 */
export function draw(
	{ spots, areas, land }: { spots: readonly Spot[]; areas: readonly Area[]; land: readonly Land[] },
	{ width, height, towns, isNumbered = spots.length <= mostNumbered }: Canvas
): Drawing | null {
	const known = areas.flatMap(({ at }) => (at ? [at] : []));
	const around = boundsAround([...spots, ...known]) ?? boundsAround(towns);
	if (!around) return null;
	const view = viewOf(atLeast(around), { width, height, margin });
	const pins = pinsOf(spots, view, isNumbered);
	const drawnAreas = areas.flatMap((area) =>
		area.at ? [{ ...view.place(area.at), radius: areaRadius, area }] : []
	);
	const taken = pins.map(pinBox);
	const scale = scaleOf(view, width / 4);
	// The bar and its words stand in the corner below on the left.
	taken.push({ x: 0, y: height - 32, width: scale.pixels + 90, height: 32 });
	const wished = [
		...drawnAreas.map(({ x, y, area }) => ({ text: areaWords(area), x, y: y + areaRadius })),
		...towns.map((town) => ({ text: town.name, ...view.place(town) }))
	].filter(({ text }, at, all) => all.findIndex((other) => other.text === text) === at);
	return {
		width,
		height,
		bounds: view.bounds,
		land: land.map(({ rings }) => pathOf(rings, view)).filter(Boolean),
		grid: land.length > 0 ? { x: [], y: [] } : { x: steps(width), y: steps(height) },
		labels: placeLabels(wished, taken, { width, height, size: labelSize }),
		areas: drawnAreas,
		pins,
		scale
	};
}

/** 「さくら市 5番・16番」 */
function areaWords({ name, numbers }: Area): string {
	const few = numbers.map((number) => `${number}番`).join('・');
	return `${name} ${numbers.length > 2 ? `${numbers.length}件` : few}`;
}

function atLeast({ west, south, east, north }: Bounds): Bounds {
	const wide = Math.max(0, least - (east - west)) / 2;
	const high = Math.max(0, least - (north - south)) / 2;
	return { west: west - wide, south: south - high, east: east + wide, north: north + high };
}

/** Pins in the order of the list; one that would cover an earlier one joins it. */
function pinsOf(spots: readonly Spot[], view: View, isNumbered: boolean): Drawing['pins'] {
	let pins: Drawing['pins'] = [];
	for (const spot of spots) {
		const { x, y } = view.place(spot);
		const near = pins.find(
			(pin) => Math.abs(pin.x - x) < together.x && Math.abs(pin.y - y) < together.y
		);
		if (near) near.spots.push(spot);
		else pins.push({ x, y, text: '', spots: [spot] });
	}
	// What stands together needs more room for its words, which may reach another one.
	for (let before = 0; before !== pins.length;) {
		before = pins.length;
		for (const pin of pins) pin.text = textOf(pin, isNumbered);
		pins = pins.reduce<Drawing['pins']>((apart, pin) => {
			const covered = apart.find((other) => overlap(pinBox(other), pinBox(pin)));
			if (!covered) return [...apart, pin];
			covered.spots.push(...pin.spots);
			covered.text = textOf(covered, isNumbered);
			return apart;
		}, []);
	}
	for (const { spots } of pins) spots.sort((one, other) => one.number - other.number);
	for (const pin of pins) pin.text = textOf(pin, isNumbered);
	return pins;
}

function textOf({ spots }: { spots: readonly Spot[] }, isNumbered: boolean): string {
	if (!isNumbered) return String(spots.length);
	const [first, ...others] = spots.map(({ number }) => number);
	return others.length <= 1 ? [first, ...others].join('・') : `${first}ほか${others.length}`;
}

const pinBox = ({ x, y, text }: { x: number; y: number; text: string }): Box => {
	const width = pinWidth(text);
	return { x: x - width / 2, y: y - pinSize / 2, width, height: pinSize };
};

/** Closed rings as SVG path data; what is smaller than a pixel is left out. */
function pathOf(rings: Land['rings'], view: View): string {
	return rings
		.map((ring) => {
			const points: string[] = [];
			let last = { x: Infinity, y: Infinity };
			for (const [longitude, latitude] of ring) {
				const at = view.place({ latitude: latitude!, longitude: longitude! });
				if (Math.abs(at.x - last.x) + Math.abs(at.y - last.y) < 1) continue;
				points.push(`${at.x.toFixed(1)} ${at.y.toFixed(1)}`);
				last = at;
			}
			return points.length > 2 ? `M${points.join('L')}Z` : '';
		})
		.join('');
}

const steps = (length: number) =>
	Array.from({ length: Math.floor(length / gridStep) }, (_, at) => (at + 0.5) * gridStep);

/** 1, 2 or 5 times a power of ten, at most `most` pixels long. */
function scaleOf({ kilometre }: View, most: number): Drawing['scale'] {
	const wanted = most / kilometre;
	const power = 10 ** Math.floor(Math.log10(wanted));
	const kilometres = [5, 2, 1].map((times) => times * power).find((one) => one <= wanted) ?? power;
	return { kilometres, pixels: kilometres * kilometre };
}
