import * as L from 'leaflet';
import type { Topology } from 'topojson-specification';
import type { Bounds } from '#lib/domain/map/bounds.ts';
import { askJson, isRecord } from '#lib/ui/map/asking.ts';

export type Outlines = {
	version: string;
	credit: string;
	prefectures: { slug: string; bounds: Bounds }[];
};

/** Land of this fineness, by zoom. */
const bandAt = (zoom: number) => (zoom < 9 ? 'overview' : zoom < 12 ? 'middle' : 'detail');
/** Up to this zoom the outlines of the country do. */
const country = 7;

/** Null when none are loaded, or nobody answers. */
export async function askOutlines(): Promise<Outlines | null> {
	const answer = await askJson('/outlines');
	if (!isRecord(answer) || typeof answer.version !== 'string') return null;
	const { version, credit, prefectures } = answer as Outlines;
	return prefectures.length > 0 ? { version, credit, prefectures } : null;
}

/** Land as far as it is seen, ever finer; what is there stays until what follows it has come. */
export function outlinesOn(chart: L.Map, { version, prefectures }: Outlines): L.LayerGroup {
	const group = L.layerGroup();
	const known = new Map<string, Promise<L.Layer | null>>();

	const load = async (slug: string, band: string): Promise<L.Layer | null> => {
		const [topology, { feature }] = await Promise.all([
			askJson(`/outlines/${slug}?band=${band}&v=${encodeURIComponent(version)}`, 10_000),
			import('topojson-client')
		]);
		if (!isRecord(topology)) return null;
		const { objects } = topology as unknown as Topology;
		const land = feature(topology as unknown as Topology, objects.outlines!);
		return L.geoJSON(land, { interactive: false, style: { className: 'land' } });
	};

	const wanted = (): [string, string][] => {
		const zoom = chart.getZoom();
		if (zoom <= country) return [['japan', 'overview']];
		const seen = chart.getBounds().pad(0.2);
		return prefectures
			.filter(({ bounds: { west, south, east, north } }) =>
				seen.intersects([
					[south, west],
					[north, east]
				])
			)
			.map(({ slug }) => [slug, bandAt(zoom)]);
	};

	let asked = 0;
	const draw = async () => {
		const turn = ++asked;
		const layers = await Promise.all(
			wanted().map(([slug, band]) => {
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
	};
	const follow = () => void draw();

	group.on('add', () => {
		chart.on('moveend', follow);
		follow();
	});
	group.on('remove', () => chart.off('moveend', follow));
	return group;
}
