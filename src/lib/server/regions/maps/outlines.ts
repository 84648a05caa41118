import { contains, type Bounds, type Point } from '#lib/domain/map/bounds.ts';
import { groundOf, meet, type Area, type Ground, type Size } from '#lib/domain/map/land.ts';
import {
	centerOf as insideOf,
	distanceTo,
	municipalityAt as codeAt,
	type Band,
	type Outline
} from '#lib/domain/map/outline.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByVersion } from '#lib/server/database/data-version.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { country, decoded, list, textOf } from './outlines/source.ts';

export { list, type Basemap } from './outlines/source.ts';

/** What the outlines of the whole country are called in an address. */
export const japanSlug = 'japan';

/** Whether there is a region whose land nobody else knows. */
export const hasInvention = (db: Database): boolean =>
	list(db).prefectures.some(({ invented }) => invented);

/**
 * The outlines of a prefecture, or of the one in which all of a region lies, as TopoJSON text
 * (`domain/map/outline`); those of `japan`, and those that ship, are the same in every band.
 */
export function find(db: Database, slug: string, band: Band): string | null {
	const area = areaOf(db, slug);
	return area === null ? null : textOf(db, area, band);
}

/** The same, decoded, from memory where it can. */
export function read(db: Database, slug: string, band: Band): Area['outlines'] | null {
	const area = areaOf(db, slug);
	return area === null ? null : (decoded(db, area, band)?.outlines ?? null);
}

/** Land, rivers and railways within the bounds (`domain/map/land`). */
export function ground(db: Database, bounds: Bounds, size: Size): Ground {
	const perDegree = size.width / (bounds.east - bounds.west);
	const { prefectures, credit: usual } = list(db);
	const near = prefectures.filter((prefecture) => meet(prefecture.bounds, bounds));
	const band = perDegree < pixelsOfMiddle ? 'middle' : 'detail';
	const isFar = perDegree < pixelsOfCountry;
	const codes = near.filter(({ invented }) => invented || !isFar).map(({ code }) => code);
	const creditOf = (code: string) =>
		near.find((one) => one.code === code)?.invented?.credit ?? usual;
	const areas = [...(isFar ? [country] : []), ...codes].map((code) => ({
		...decoded(db, code, band)!,
		credit: creditOf(code)
	}));
	return groundOf(areas, bounds, size);
}

/** Pixels of a degree of longitude: at zoom 8 of the tiles, and at zoom 12. */
const pixelsOfCountry = (256 * 2 ** 8) / 360;
const pixelsOfMiddle = (256 * 2 ** 12) / 360;

/** Code of the municipality that a point lies in, as far as outlines are known. */
export function municipalityAt(db: Database, point: Point): string | null {
	for (const { code, bounds } of list(db).prefectures) {
		if (!contains(bounds, point)) continue;
		const within = decoded(db, code, 'detail')?.outlines;
		const found = within && codeAt(within, point);
		if (found) return found;
	}
	return null;
}

/** Outlines are simplified, and a place by the border may stand in the middle of a bridge. */
export const tolerance = 200;

/** Whether a point lies clearly outside a municipality; false also where its outline is not known. */
export function isOutside(db: Database, code: string, point: Point): boolean {
	return (metresTo(db, code, point) ?? 0) > tolerance;
}

/** Metres from a point to a municipality; null without its outline. */
export function metresTo(db: Database, code: string, point: Point): number | null {
	const outline = outlineOf(db, code);
	return outline && distanceTo(outline, point);
}

/** A point in a municipality; null without its outline. */
export function centerOf(db: Database, code: string): Point | null {
	const outline = outlineOf(db, code);
	return outline && insideOf(outline);
}

function outlineOf(db: Database, code: string): Outline | null {
	const prefecture = code.slice(0, 2);
	const isKnown = list(db).prefectures.some((one) => one.code === prefecture);
	return (isKnown && decoded(db, prefecture, 'detail')?.outlines.get(code)) || null;
}

const areas = cachedByVersion(() => new Map<string, string | null>());

function areaOf(db: Database, slug: string): string | null {
	if (slug === japanSlug) return country;
	const known = list(db).prefectures.find((prefecture) => prefecture.slug === slug);
	if (known) return known.code;
	const region = regions.find(db, slug);
	if (!region) return null;
	const kept = areas(db);
	let area = kept.get(slug);
	if (area === undefined) {
		const codes = new Set(municipalities.list(db, region.id).map((one) => one.prefecture.code));
		area = codes.size === 1 ? [...codes][0]! : null;
		kept.set(slug, area);
	}
	return area;
}
