import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Bounds } from '#lib/domain/map/bounds.ts';
import { shapesOf, type Shapes } from '#lib/domain/map/land.ts';
import { bands, type Band, type OutlineTopology } from '#lib/domain/map/outline.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByVersion } from '#lib/server/database/data-version.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { basemaps, outlines, prefectures } from '#lib/server/database/schema/index.ts';
import * as shipped from './shipped.ts';

export type Basemap = {
	/** Another one as soon as an outline is. */
	version: string;
	credit: string;
	/** In which they are kept; asked for in another one they are the same. */
	bands: readonly Band[];
	/** Those with outlines, in the order of their codes. */
	prefectures: Prefecture[];
};
type Prefecture = {
	slug: string;
	code: string;
	name: string;
	bounds: Bounds;
	/** Of the sample region: there is no such land, and no tile of it. */
	invented?: { credit: string };
};

export const country = '00';

/** Of the operator's file; else those that ship. The sample region's own ship with it. */
export const list = (db: Database): Basemap => known(db).basemap;

const known = cachedByVersion((db): { basemap: Basemap; isLoaded: boolean } => {
	const loaded = db.select().from(basemaps).get();
	const { credit, version } = loaded ?? shipped.index();
	const bounds = loaded ? loadedBounds(db) : new Map(Object.entries(shipped.index().areas));
	const invention = bounds.has(shipped.inventedCode) ? null : shipped.invented();
	if (invention) bounds.set(shipped.inventedCode, invention.bounds);
	const found = db
		.select({ slug: prefectures.romaji, code: prefectures.code, name: prefectures.name })
		.from(prefectures)
		.where(inArray(prefectures.code, [...bounds.keys()]))
		.orderBy(asc(prefectures.code))
		.all()
		.map((one): Prefecture => {
			const whole = { ...one, bounds: bounds.get(one.code)! };
			return invention && one.code === shipped.inventedCode
				? { ...whole, invented: { credit: invention.credit } }
				: whole;
		});
	const isInvented = found.some(({ invented }) => invented);
	return {
		basemap: {
			version: isInvented ? sha256(version + invention!.version).slice(0, 16) : version,
			credit,
			bands: loaded ? bands : ['detail'],
			prefectures: found
		},
		isLoaded: loaded !== undefined
	};
});

const loadedBounds = (db: Database): Map<string, Bounds> =>
	new Map(
		db
			.select({ area: outlines.area, bounds: outlines.bounds })
			.from(outlines)
			.where(and(eq(outlines.band, 'detail'), ne(outlines.area, country)))
			.all()
			.map(({ area, bounds }) => [area, bounds])
	);

const isInvented = (db: Database, area: string): boolean =>
	list(db).prefectures.some(({ code, invented }) => invented && code === area);

/** TopoJSON text; null when there is none. */
export function textOf(db: Database, area: string, band: Band): string | null {
	if (isInvented(db, area)) return shipped.invented().topology;
	if (!known(db).isLoaded) return shipped.topologyOf(area);
	const row = db
		.select({ topology: outlines.topology })
		.from(outlines)
		.where(and(eq(outlines.area, area), eq(outlines.band, bandOf(db, area, band))))
		.get();
	return row?.topology ?? null;
}

/** What ships is there once, and the country too. */
function bandOf(db: Database, area: string, band: Band): Band {
	if (area === country) return 'overview';
	return known(db).isLoaded && !isInvented(db, area) ? band : 'detail';
}

/** Corners that are kept decoded: some 60 bytes each. */
const mostCorners = 200_000;
type Decoded = Shapes & { corners: number };
const memory = cachedByDatabase(() => ({ version: '', kept: new Map<string, Decoded>() }));

/** Least recently used out. */
export function decoded(db: Database, area: string, band: Band): Decoded | null {
	const { version } = list(db);
	const held = memory(db);
	if (held.version !== version) Object.assign(held, { version, kept: new Map() });
	const { kept } = held;
	const key = `${area} ${bandOf(db, area, band)}`;
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
	return entry;
}

function decode(text: string): Decoded {
	const shapes = shapesOf(JSON.parse(text) as OutlineTopology);
	const rings = [...shapes.outlines.values()].flatMap(({ polygons }) => polygons.flat());
	return { ...shapes, corners: rings.reduce((sum, ring) => sum + ring.length, 0) };
}
