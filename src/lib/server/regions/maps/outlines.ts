import { and, asc, eq, ne } from 'drizzle-orm';
import { contains, type Bounds, type Point } from '#lib/domain/map/bounds.ts';
import { landPaths, meet, type Size } from '#lib/domain/map/land.ts';
import {
	centerOf as insideOf,
	distanceTo,
	municipalityAt as codeAt,
	polygonsOf,
	type Band,
	type Outline,
	type OutlineTopology,
	type Outlines
} from '#lib/domain/map/outline.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByVersion } from '#lib/server/database/data-version.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { basemaps, outlines, prefectures } from '#lib/server/database/schema/index.ts';

export type Basemap = {
	/** Another one as soon as an outline is. */
	version: string;
	credit: string;
	/** Those with outlines, in the order of their codes. */
	prefectures: { slug: string; code: string; name: string; bounds: Bounds }[];
};

const country = '00';
/** What the outlines of the whole country are called in an address. */
export const japanSlug = 'japan';

/** Null when no outlines are loaded. */
export const list = cachedByVersion((db): Basemap | null => {
	const basemap = db.select().from(basemaps).get();
	if (!basemap) return null;
	const found = db
		.select({
			slug: prefectures.romaji,
			code: prefectures.code,
			name: prefectures.name,
			bounds: outlines.bounds
		})
		.from(outlines)
		.innerJoin(prefectures, eq(prefectures.code, outlines.area))
		.where(and(eq(outlines.band, 'detail'), ne(outlines.area, country)))
		.orderBy(asc(prefectures.code))
		.all();
	return { version: basemap.version, credit: basemap.credit, prefectures: found };
});

/**
 * The outlines of a prefecture, or of the one in which all of a region lies, as TopoJSON text
 * (`domain/map/outline`); those of `japan` are the same in every band.
 */
export function find(db: Database, slug: string, band: Band): string | null {
	const area = areaOf(db, slug);
	return area === null ? null : textOf(db, area, area === country ? 'overview' : band);
}

/** The same, decoded, from memory where it can. */
export function read(db: Database, slug: string, band: Band): Outlines | null {
	const area = areaOf(db, slug);
	return area === null ? null : decoded(db, area, area === country ? 'overview' : band);
}

/** Paths of all land within the bounds (`domain/map/land`); none when no outlines are loaded. */
export function land(db: Database, bounds: Bounds, size: Size): string[] {
	const basemap = list(db);
	if (!basemap) return [];
	const perDegree = size.width / (bounds.east - bounds.west);
	if (perDegree < pixelsOfCountry) {
		return landPaths([decoded(db, country, 'overview')!], bounds, size);
	}
	const band = perDegree < pixelsOfMiddle ? 'middle' : 'detail';
	const within = basemap.prefectures
		.filter((prefecture) => meet(prefecture.bounds, bounds))
		.map(({ code }) => decoded(db, code, band)!);
	return landPaths(within, bounds, size);
}

/** Pixels of a degree of longitude: at zoom 8 of the tiles, and at zoom 12. */
const pixelsOfCountry = (256 * 2 ** 8) / 360;
const pixelsOfMiddle = (256 * 2 ** 12) / 360;

/** Code of the municipality that a point lies in, as far as outlines are loaded. */
export function municipalityAt(db: Database, point: Point): string | null {
	for (const { code, bounds } of list(db)?.prefectures ?? []) {
		if (!contains(bounds, point)) continue;
		const within = decoded(db, code, 'detail');
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
	const isKnown = list(db)?.prefectures.some((one) => one.code === prefecture);
	return (isKnown && decoded(db, prefecture, 'detail')?.get(code)) || null;
}

const areas = cachedByVersion(() => new Map<string, string | null>());

function areaOf(db: Database, slug: string): string | null {
	if (slug === japanSlug) return country;
	const known = list(db)?.prefectures.find((prefecture) => prefecture.slug === slug);
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

function textOf(db: Database, area: string, band: Band): string | null {
	const row = db
		.select({ topology: outlines.topology })
		.from(outlines)
		.where(and(eq(outlines.area, area), eq(outlines.band, band)))
		.get();
	return row?.topology ?? null;
}

/** Corners that are kept decoded: some 60 bytes each. */
const mostCorners = 200_000;
type Decoded = { outlines: Outlines; corners: number };
const memory = cachedByDatabase(() => ({ version: '', kept: new Map<string, Decoded>() }));

/** Least recently used out. */
function decoded(db: Database, area: string, band: Band): Outlines | null {
	const version = list(db)?.version;
	if (version === undefined) return null;
	const known = memory(db);
	if (known.version !== version) Object.assign(known, { version, kept: new Map() });
	const { kept } = known;
	const key = `${area} ${band}`;
	let entry = kept.get(key);
	if (entry) kept.delete(key);
	else {
		const text = textOf(db, area, band);
		if (text === null) return null;
		entry = decode(text);
	}
	kept.set(key, entry);
	let corners = [...kept.values()].reduce((sum, one) => sum + one.corners, 0);
	for (const [oldest, { corners: theirs }] of kept) {
		if (corners <= mostCorners || oldest === key) break;
		kept.delete(oldest);
		corners -= theirs;
	}
	return entry.outlines;
}

function decode(text: string): Decoded {
	const decodedOutlines = polygonsOf(JSON.parse(text) as OutlineTopology);
	const rings = [...decodedOutlines.values()].flatMap(({ polygons }) => polygons.flat());
	const corners = rings.reduce((sum, ring) => sum + ring.length, 0);
	return { outlines: decodedOutlines, corners };
}
