import { draw, type Area, type Drawing, type Spot } from './drawing.ts';
import type { Point } from './bounds.ts';

/** Places that stand too near to each other for their numbers: a letter on the map, the numbers below it. */
export type Group = { mark: string; places: string[]; numbers: number[] };

/** A map on paper, where nothing can be pressed: every number of its list is on it or in its key. */
export type LetteredMap = {
	drawing: Drawing;
	groups: Group[];
	/** Towns of which no more is told than their name. */
	towns: { name: string; numbers: number[] }[];
};

/** Of the paper's width, so that letters of 13 pixels are 7.5 points. */
const canvas = { width: 900, height: 640, numbersInPin: 0 };

export function letteredMap(
	{ spots, areas }: { spots: readonly Spot[]; areas: readonly Area[] },
	towns: readonly (Point & { name: string })[]
): LetteredMap | null {
	const drawing = draw({ spots, areas }, { ...canvas, towns });
	if (!drawing) return null;
	const groups: Group[] = [];
	for (const pin of drawing.pins) {
		const numbers = pin.spots.map(({ number }) => number);
		if (numbers.length === 1) {
			pin.text = String(numbers[0]);
			continue;
		}
		pin.text = markOf(groups.length);
		const places = [...new Set(pin.spots.map(({ place }) => place))];
		groups.push({ mark: pin.text, places, numbers });
	}
	return { drawing, groups, towns: areas.map(({ name, numbers }) => ({ name, numbers })) };
}

/** A … Z, AA … AZ, BA … */
const letters = 26;
const markOf = (at: number): string =>
	(at < letters ? '' : markOf(Math.floor(at / letters) - 1)) +
	String.fromCharCode(65 + (at % letters));
