import { boundsAround } from '#lib/domain/map/bounds.ts';
import type { Bounds } from '#lib/domain/map/bounds.ts';
import type { RegionResources } from '#lib/domain/reader/offline/region-resources.ts';

type Listed = { version: string | null; prefectures: { slug: string; bounds: Bounds }[] };

/** The shapes of the land around a region's places, or the word that there are none. */
export async function askOutlines(
	file: RegionResources
): Promise<{ address: string; answer: Response }[]> {
	const places = file.resources.flatMap(({ content: { place } }) =>
		place.latitude !== null && place.longitude !== null
			? [{ latitude: place.latitude, longitude: place.longitude }]
			: []
	);
	const around = boundsAround(places);
	const list = await ask('/outlines');
	if (!list) return [];
	const { version, prefectures } = (await list.clone().json()) as Listed;
	const listed = { address: '/outlines', answer: list };
	if (!version || !around) return [listed];
	const near = prefectures.filter(({ bounds }) => meet(bounds, around)).map(({ slug }) => slug);
	const addresses = [...near.map((slug) => [slug, 'middle']), ['japan', 'overview']].map(
		([slug, band]) => `/outlines/${slug}?band=${band}&v=${encodeURIComponent(version)}`
	);
	const shapes = await Promise.all(
		addresses.map(async (address) => ({ address, answer: await ask(address) }))
	);
	return [listed, ...shapes].flatMap(({ address, answer }) =>
		answer ? [{ address, answer }] : []
	);
}

const meet = (one: Bounds, other: Bounds) =>
	one.west <= other.east &&
	other.west <= one.east &&
	one.south <= other.north &&
	other.south <= one.north;

async function ask(address: string): Promise<Response | null> {
	const answer = await fetch(address).catch(() => null);
	return answer?.ok ? answer : null;
}
