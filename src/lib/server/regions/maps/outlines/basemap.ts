import { mergeArcs } from 'topojson-client';
import { topology as topologyOf } from 'topojson-server';
import { successorOf } from '#lib/domain/region/former-municipality.ts';
import { checkDigit, isMunicipalityCode } from '#lib/domain/region/municipality.ts';
import { GeometryError, readLines, readPolygons, readReferences } from './geometry.ts';

export type Area = {
	type: 'MultiPolygon';
	id: string;
	properties: { name: string };
	arcs: number[][][];
};
/** TopoJSON whose lines are in degrees. */
export type Basemap = {
	type: 'Topology';
	arcs: number[][][];
	objects: { areas: { type: 'GeometryCollection'; geometries: Area[] } };
};
export type Read = {
	/** `id`: code of six digits. */
	basemap: Basemap;
	/** Parts without a code: 所属未定地. */
	unassigned: number;
};

type Properties = Record<string, unknown>;
type Part = { properties: Properties; geometry: unknown };

/** 都道府県, 郡・政令指定都市, 市区町村, 行政区 (since 2024), code. */
const names = ['N03_003', 'N03_004', 'N03_005'];
const codeName = 'N03_007';
const unknownFile =
	'国土数値情報の行政区域（N03）の TopoJSON か GeoJSON ではありません。N03_007（市区町村のコード）のあるファイルを使ってください。';

/** The text of an N03 file (国土数値情報 行政区域); `problem` is a Japanese sentence. */
export function readBasemap(
	text: string,
	known: { prefectures: Map<string, string>; names: Map<string, string> }
): Read | { problem: string } {
	let file: unknown;
	try {
		file = JSON.parse(text);
	} catch {
		return { problem: 'JSON として読めません。途中で切れていないか確かめてください。' };
	}
	try {
		return gather(file, known);
	} catch (error) {
		if (error instanceof GeometryError) return { problem: error.message };
		throw error;
	}
}

type Known = Parameters<typeof readBasemap>[1];

function gather(file: unknown, known: Known): Read {
	const { parts, arcs } = partsOf(file);
	if (!parts.some(({ properties }) => properties[codeName] != null)) {
		const hasPrefectures = parts.some(({ properties }) => properties['N03_001'] != null);
		throw new GeometryError(
			hasPrefectures
				? '市区町村のコード（N03_007）がありません。都道府県だけでなく、市区町村まで分かれたファイルを使ってください。'
				: unknownFile
		);
	}
	let unassigned = 0;
	const groups = new Map<string, { name: string; geometries: unknown[] }>();
	for (const { properties, geometry } of parts) {
		const code = codeOf(properties, known);
		if (code === null) {
			unassigned += 1;
			continue;
		}
		const group = groups.get(code) ?? {
			name: known.names.get(code) ?? nameOf(properties),
			geometries: []
		};
		group.geometries.push(geometry);
		groups.set(code, group);
	}
	const basemap = arcs
		? cut(arcs, groups)
		: build(
				[...groups].map(([id, { name, geometries }]) => ({
					id,
					name,
					polygons: geometries.flatMap(readPolygons)
				}))
			);
	return { basemap: united(basemap, groups), unassigned };
}

function partsOf(file: unknown): { parts: Part[]; arcs: [number, number][][] | null } {
	const { type, features, objects, arcs, transform } = (file ?? {}) as Record<string, unknown>;
	if (type === 'FeatureCollection' && Array.isArray(features)) {
		return { parts: features.map(partOf), arcs: null };
	}
	if (type !== 'Topology' || typeof objects !== 'object' || !Array.isArray(arcs)) {
		throw new GeometryError(unknownFile);
	}
	const collections = Object.values(objects ?? {}).map((object: unknown) => {
		const { geometries } = (object ?? {}) as { geometries?: unknown };
		const list = Array.isArray(geometries) ? geometries : [];
		return list.map((geometry: unknown) =>
			partOf({ geometry, properties: geometry && (geometry as Part).properties })
		);
	});
	const isDivided = (parts: Part[]) => parts.some(({ properties }) => properties[codeName] != null);
	const parts = collections.find(isDivided) ?? collections.flat();
	return { parts, arcs: readLines(arcs, transform) };
}

function partOf(feature: unknown): Part {
	const { properties, geometry } = (feature ?? {}) as Partial<Part>;
	return { properties: typeof properties === 'object' ? (properties ?? {}) : {}, geometry };
}

/** Six digits; null for land that belongs to no municipality yet. */
function codeOf(properties: Properties, { prefectures }: Known): string | null {
	const given = properties[codeName];
	if (given == null || given === '') {
		if (properties['N03_004'] == null || properties['N03_004'] === '所属未定地') return null;
		throw new GeometryError(`「${nameOf(properties)}」に市区町村のコード（N03_007）がありません。`);
	}
	const text = String(typeof given === 'string' ? given : JSON.stringify(given)).padStart(5, '0');
	const code = /^\d{5}$/.test(text) ? text + checkDigit(text) : text;
	const prefecture = prefectures.get(code.slice(0, 2));
	if (!isMunicipalityCode(code) || !prefecture) {
		throw new GeometryError(
			`「${text.slice(0, 20)}」は市区町村のコード（N03_007）ではありません。`
		);
	}
	const said = properties['N03_001'];
	if (typeof said === 'string' && said !== '' && said !== prefecture) {
		throw new GeometryError(
			`コード ${text} は${prefecture}のものですが、ファイルには「${said.slice(0, 20)}」とあります。`
		);
	}
	return code.slice(2, 5) === '000' ? null : successorOf(code);
}

function nameOf(properties: Properties): string {
	const [city, town, ward] = names
		.map((name) => properties[name])
		.map((value) => (typeof value === 'string' ? value.slice(0, 40) : ''));
	return (city!.endsWith('市') ? city! : '') + town! + (ward ?? '');
}

type Groups = Map<string, { name: string; geometries: unknown[] }>;

/** Of GeoJSON: borders that two areas share become one line. */
export function build(areas: { id: string; name: string; polygons: number[][][][] }[]): Basemap {
	const features = areas.map(({ id, name, polygons }) => ({
		type: 'Feature' as const,
		id,
		properties: { name },
		geometry: { type: 'MultiPolygon' as const, coordinates: polygons }
	}));
	const collection = { type: 'FeatureCollection' as const, features };
	return topologyOf({ areas: collection }) as unknown as Basemap;
}

function cut(arcs: [number, number][][], groups: Groups): Basemap {
	const geometries = [...groups].map(([id, { name, geometries }]): Area => ({
		type: 'MultiPolygon',
		id,
		properties: { name },
		arcs: geometries.flatMap((geometry) => readReferences(geometry, arcs))
	}));
	return { type: 'Topology', arcs, objects: { areas: { type: 'GeometryCollection', geometries } } };
}

/** Parts that touch become one: no border is left where there is none any more. */
function united(basemap: Basemap, groups: Groups): Basemap {
	for (const area of basemap.objects.areas.geometries) {
		if (groups.get(area.id)!.geometries.length > 1) {
			area.arcs = mergeArcs(basemap, [area]).arcs;
		}
	}
	return basemap;
}
