import type { BookletMap } from '#lib/domain/booklet/booklet.ts';
import { mapView, type Placed } from '#lib/domain/listing/map-view.ts';
import { rowOf } from '#lib/domain/listing/row.ts';
import type { Point } from '#lib/domain/map/bounds.ts';
import { draw } from '#lib/domain/map/drawing.ts';
import { svgOf } from '#lib/domain/map/svg.ts';
import { areasWords, spotWords } from '#lib/domain/map/words.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import { names } from '#lib/server/regions/names.ts';
import type { Told } from './entries.ts';

/** Pixels; letters of 13 are some 9 points on a page of A5, and 7 where there are many pins. */
const roomy = { width: 480, height: 400 };
const dense = { width: 640, height: 640 };
const fewSpots = 40;
const fewWords = 12;
/** Room for names at the edge, and for the numbers of what stands together. */
const margin = 60;
const numbersInPin = 4;
/** Of the package whose fonts the booklet is set in. */
const font = 'BIZ UDPGothic';

export type Towns = ReadonlyMap<string, Point & { name: string }>;

/**
 * Where each town is, by code: in the middle of the exact places of the booklet, else of its outline. Places of
 * today have no part in it, so that a published booklet stays as it is.
 */
export function townsOf(db: Database, told: readonly Told[]): Towns {
	const { municipalities } = names(db);
	const points = new Map<string, Point[]>();
	for (const { content } of told) {
		const { municipality, latitude, longitude } = content.place;
		if (municipality === null) continue;
		const own = points.get(municipality) ?? [];
		if (latitude !== null && longitude !== null) own.push({ latitude, longitude });
		points.set(municipality, own);
	}
	return new Map(
		[...points].flatMap(([code, own]) => {
			const point = own.length > 0 ? middleOf(own) : outlines.centerOf(db, code);
			return point ? [[code, { ...point, name: municipalities.get(code) ?? code }]] : [];
		})
	);
}

function middleOf(points: readonly Point[]): Point {
	const mean = (of: (point: Point) => number) =>
		points.reduce((sum, point) => sum + of(point), 0) / points.length;
	return { latitude: mean((one) => one.latitude), longitude: mean((one) => one.longitude) };
}

/** The places of a chapter with their numbers; null where none of them may be drawn. */
export function mapOf(
	db: Database,
	title: string,
	told: readonly Told[],
	known: Towns
): { map: BookletMap; credit: string | null } | null {
	const named = names(db);
	const placed = told
		.filter(({ content }) => content.operation !== 'closed')
		.map(({ id, number, content }): Placed => {
			const { latitude, longitude, municipality } = content.place;
			return {
				row: { ...rowOf(id, content, null, named), number },
				point: latitude === null || longitude === null ? null : { latitude, longitude },
				municipality
			};
		});
	const view = mapView(placed, placed.length, known, []);
	if (view.spots.length + view.areas.length === 0) return null;
	const size = view.spots.length > fewSpots ? dense : roomy;
	const inAreas = new Set(view.areas.map(({ name }) => name));
	const towns = view.towns.filter(({ name }) => !inAreas.has(name));
	const drawing = draw(view, { ...size, towns, margin, numbersInPin });
	if (!drawing) return null;
	const ground = outlines.ground(db, drawing.bounds, size);
	const words = [
		...(view.spots.length > fewWords
			? [`${view.spots.length}か所を番号で示しています`]
			: view.spots.map(spotWords)),
		...(view.areas.length > 0 ? [areasWords(view.areas)] : [])
	];
	return {
		map: {
			svg: svgOf({ ...drawing, ground }, { title, font }),
			alt: `${title}。${words.join('。')}。同じ場所が、このあとの一覧にあります。`
		},
		credit: ground.credit
	};
}
