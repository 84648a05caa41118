import * as L from 'leaflet';
import type { GeoJsonObject } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Bounds } from '#lib/domain/map/bounds.ts';
import { askJson, isRecord } from '#lib/ui/map/asking.ts';

export type Outlines = {
	version: string;
	credit: string;
	/** In which they are to be had. */
	bands: readonly string[];
	prefectures: { slug: string; bounds: Bounds; invented?: { credit: string } }[];
	/** Whether those of the whole country are wanted too. */
	hasCountry: boolean;
};

/** Below this zoom the outlines of the country do. */
const country = 9;
const bandAt = (zoom: number) => (zoom < 12 ? 'middle' : 'detail');

/** Null when nobody answers. */
export async function askOutlines(): Promise<Outlines | null> {
	const answer = await askJson('/outlines');
	if (!isRecord(answer) || typeof answer.version !== 'string') return null;
	const { version, credit, bands, prefectures } = answer as Outlines;
	return prefectures.length > 0 ? { version, credit, bands, prefectures, hasCountry: true } : null;
}

type Wanted = { slug: string; band: string; credit: string };

/**
 * Land as far as it is seen, ever finer; what is there stays until what follows it has come.
 * `onCredit` hears whose it is.
 */
export function outlinesOn(
	chart: L.Map,
	{ version, credit, bands, prefectures, hasCountry }: Outlines,
	onCredit: (credit: string | null) => void
): L.LayerGroup {
	const group = L.layerGroup();
	const known = new Map<string, Promise<L.Layer | null>>();

	const load = async (slug: string, band: string): Promise<L.Layer | null> => {
		const [topology, { feature, mesh }] = await Promise.all([
			askJson(`/outlines/${slug}?band=${band}&v=${encodeURIComponent(version)}`, 10_000),
			import('topojson-client')
		]);
		if (!isRecord(topology)) return null;
		const whole = topology as unknown as Topology;
		const { outlines, lines } = whole.objects;
		const shapes = (shape: GeoJsonObject, style: L.StyleFunction) =>
			L.geoJSON(shape, { interactive: false, style });
		// What only one of them has: the coast, and the border of the prefecture.
		const edges = mesh(whole, outlines as GeometryCollection, (one, other) => one === other);
		const kindOf: L.StyleFunction = (line) => ({
			className: (line?.properties as { kind: string }).kind
		});
		return L.layerGroup([
			shapes(feature(whole, outlines!), () => ({ className: 'land' })),
			shapes(edges, () => ({ className: 'edge' })),
			...(lines ? [shapes(feature(whole, lines), kindOf)] : [])
		]);
	};

	const wanted = (): Wanted[] => {
		const zoom = chart.getZoom();
		const isFar = zoom < country;
		const band = bands.includes(bandAt(zoom)) ? bandAt(zoom) : 'detail';
		const seen = chart.getBounds().pad(0.2);
		const near = prefectures.filter(({ bounds: { west, south, east, north }, invented }) => {
			if (isFar && !invented) return false;
			return seen.intersects([
				[south, west],
				[north, east]
			]);
		});
		return [
			...(isFar && hasCountry ? [{ slug: 'japan', band: 'overview', credit }] : []),
			...near.map(({ slug, invented }) => ({ slug, band, credit: invented?.credit ?? credit }))
		];
	};

	let asked = 0;
	const draw = async () => {
		const turn = ++asked;
		const areas = wanted();
		const layers = await Promise.all(
			areas.map(({ slug, band }) => {
				const key = `${slug} ${band}`;
				if (!known.has(key)) known.set(key, load(slug, band));
				return known.get(key)!;
			})
		);
		if (turn !== asked) return;
		const found = layers.filter((layer) => layer !== null);
		group.eachLayer((layer) => {
			if (!found.includes(layer)) group.removeLayer(layer);
		});
		for (const layer of found) group.addLayer(layer);
		const credits = new Set(areas.filter((_, at) => layers[at]).map(({ credit }) => credit));
		onCredit([...credits].join('／') || null);
	};
	const follow = () => void draw();

	group.on('add', () => {
		chart.on('moveend', follow);
		follow();
	});
	group.on('remove', () => chart.off('moveend', follow));
	return group;
}
