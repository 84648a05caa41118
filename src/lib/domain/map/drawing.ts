import { boundsAround, type Bounds, type Point } from './bounds.ts';
import type { Ground } from './land.ts';
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

/** A map to be drawn, in pixels of its view box. */
export type Drawing = {
	width: number;
	height: number;
	bounds: Bounds;
	/** Known to whoever has the outlines; till then there is none. */
	ground: Ground;
	labels: Label[];
	areas: { x: number; y: number; radius: number; area: Area }[];
	pins: { x: number; y: number; text: string; spots: Spot[] }[];
	/** A bar of so many kilometres. */
	scale: { kilometres: number; pixels: number };
};

/** Here, and not beside what draws one: a page with a drawing needs no more of it. */
export const noGround: Ground = { land: [], edges: [], rivers: [], railways: [], credit: null };

const usualMargin = 34;
const labelSize = 13;
const pinSize = 26;
export const pinWidth = (text: string): number =>
	Math.max(pinSize, text.length * labelSize * 0.85 + 12);
/** Pins nearer than this stand as one, since two numbers need the room. */
const together = { x: 52, y: 28 };
const areaRadius = 30;
const creditWidth = 240;
/** Degrees: about four kilometres to each side of a place that is alone. */
const usualLeast = 0.04;
/** More pins than these are points without numbers. */
export const mostNumbered = 120;
/** Numbers in one pin. */
const fewNumbers = 2;

/** `numbersInPin`: so many numbers stand in one, before 「ほか」; 0: it says how many there are. */
type Canvas = {
	width: number;
	height: number;
	towns: readonly (Point & { name: string })[];
	margin?: number;
	/** Degrees that are shown at least, up and across. */
	least?: number;
	numbersInPin?: number;
};

/**
 * The map of a list as shapes: pins with their numbers, towns for what is shown by its town, names of
 * towns where there is room. Null when there is nothing to be seen.
 */
export function draw(
	{ spots, areas }: { spots: readonly Spot[]; areas: readonly Area[] },
	{
		width,
		height,
		towns,
		margin = usualMargin,
		least = usualLeast,
		numbersInPin = spots.length <= mostNumbered ? fewNumbers : 0
	}: Canvas
): Drawing | null {
	const known = areas.flatMap(({ at }) => (at ? [at] : []));
	const around = boundsAround([...spots, ...known]) ?? boundsAround(towns);
	if (!around) return null;
	const view = viewOf(atLeast(around, least), { width, height, margin });
	const pins = pinsOf(spots, view, numbersInPin);
	const drawnAreas = areas.flatMap((area) =>
		area.at ? [{ ...view.place(area.at), radius: areaRadius, area }] : []
	);
	const taken = pins.map(pinBox);
	const scale = scaleOf(view, width / 4);
	// The bar and its words stand in the corner below on the left, whose land it is on the right.
	taken.push(
		{ x: 0, y: height - 32, width: scale.pixels + 90, height: 32 },
		{ x: width - creditWidth, y: height - 18, width: creditWidth, height: 18 }
	);
	const wished = [
		...drawnAreas.map(({ x, y, area }) => ({ text: areaWords(area), x, y: y + areaRadius })),
		...towns.map((town) => ({ text: town.name, ...view.place(town) }))
	].filter(({ text }, at, all) => all.findIndex((other) => other.text === text) === at);
	return {
		width,
		height,
		bounds: view.bounds,
		ground: noGround,
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

function atLeast({ west, south, east, north }: Bounds, least: number): Bounds {
	const wide = Math.max(0, least - (east - west)) / 2;
	const high = Math.max(0, least - (north - south)) / 2;
	return { west: west - wide, south: south - high, east: east + wide, north: north + high };
}

/** Pins in the order of the list; one that would cover an earlier one joins it. */
function pinsOf(spots: readonly Spot[], view: View, numbersInPin: number): Drawing['pins'] {
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
		for (const pin of pins) pin.text = textOf(pin, numbersInPin);
		pins = pins.reduce<Drawing['pins']>((apart, pin) => {
			const covered = apart.find((other) => overlap(pinBox(other), pinBox(pin)));
			if (!covered) return [...apart, pin];
			covered.spots.push(...pin.spots);
			covered.text = textOf(covered, numbersInPin);
			return apart;
		}, []);
	}
	for (const { spots } of pins) spots.sort((one, other) => one.number - other.number);
	for (const pin of pins) pin.text = textOf(pin, numbersInPin);
	return pins;
}

function textOf({ spots }: { spots: readonly Spot[] }, numbersInPin: number): string {
	if (numbersInPin === 0) return String(spots.length);
	const numbers = spots.map(({ number }) => number);
	return numbers.length <= numbersInPin
		? numbers.join('・')
		: `${numbers[0]}ほか${numbers.length - 1}`;
}

const pinBox = ({ x, y, text }: { x: number; y: number; text: string }): Box => {
	const width = pinWidth(text);
	return { x: x - width / 2, y: y - pinSize / 2, width, height: pinSize };
};

/** 1, 2 or 5 times a power of ten, at most `most` pixels long. */
function scaleOf({ kilometre }: View, most: number): Drawing['scale'] {
	const wanted = most / kilometre;
	const power = 10 ** Math.floor(Math.log10(wanted));
	const kilometres = [5, 2, 1].map((times) => times * power).find((one) => one <= wanted) ?? power;
	return { kilometres, pixels: kilometres * kilometre };
}
