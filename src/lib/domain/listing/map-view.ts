import type { Row } from './row.ts';
import type { Bounds, Point } from '#lib/domain/map/bounds.ts';
import type { Area, Spot } from '#lib/domain/map/drawing.ts';

/** Where the places of a list are, in its order. */
export type MapView = {
	spots: Spot[];
	areas: Area[];
	/** On the list alone: private, online, or nobody knows where. */
	hidden: number;
	/** So many come after those that were looked at. */
	more: number;
	/** Towns around, for their names. */
	towns: (Point & { name: string })[];
	/** Of the whole list, where it has more. */
	around?: Bounds | null;
};

/** A list of so many comes whole with its page. */
export const mostSpots = 2000;
/** Of a longer one so many are drawn; a live map asks for all of it (`/api/map`). */
export const mostDrawn = 500;

export const onPage = (total: number): number => (total > mostSpots ? mostDrawn : mostSpots);

/** What a map needs of a place. */
export type Placed = { row: Row; point: Point | null; municipality: string | null };

/**
 * `towns`: a point that stands for each municipality, of its public places; `home`: those that are
 * shown when nothing is found.
 */
export function mapView(
	placed: readonly Placed[],
	total: number,
	towns: ReadonlyMap<string, Point & { name: string }>,
	home: Iterable<string>
): MapView {
	const spots: Spot[] = [];
	const areas = new Map<string, Area>();
	const around = new Set<string>();
	let hidden = 0;
	placed.forEach(({ row, point, municipality }, at) => {
		const number = row.number ?? at + 1;
		const { id, name, category, symbol, place, region } = row;
		const town = municipality === null ? undefined : towns.get(municipality);
		if (municipality !== null) around.add(municipality);
		if (point) {
			const { latitude, longitude } = point;
			spots.push({ number, id, name, category, symbol, place, region, latitude, longitude });
		} else if (municipality !== null && town) {
			const area = areas.get(municipality);
			if (area) area.numbers.push(number);
			else areas.set(municipality, { municipality, name: town.name, numbers: [number], at: town });
		} else {
			hidden++;
		}
	});
	const shown = around.size > 0 ? [...around] : [...home];
	return {
		spots,
		areas: [...areas.values()],
		hidden,
		more: total - placed.length,
		towns: shown.flatMap((code) => towns.get(code) ?? [])
	};
}
