import { boundsAround } from '#lib/domain/map/bounds.ts';
import type { Bounds } from '#lib/domain/map/bounds.ts';
import { meet, shapesOf, type Area } from '#lib/domain/map/land.ts';
import { type Band, type OutlineTopology } from '#lib/domain/map/outline.ts';
import type { RegionResources } from '#lib/domain/reader/offline/region-resources.ts';

type Listed = {
	version: string;
	credit: string;
	bands: string[];
	prefectures: Prefecture[];
};
type Prefecture = { slug: string; bounds: Bounds; invented?: { credit: string } };

/** The shapes of the land around a region's places, or the word that there are none. */
export async function askOutlines(
	file: RegionResources
): Promise<{ address: string; answer: Response }[]> {
	const list = await ask('/outlines');
	if (!list) return [];
	const known = (await list.clone().json()) as Listed;
	const listed = { address: '/outlines', answer: list };
	const near = nearTo(file, known);
	if (near.length === 0) return [listed];
	const addresses = [
		...near.map((prefecture) => addressOf(prefecture.slug, known, 'middle')),
		addressOf('japan', known, 'overview')
	];
	const shapes = await Promise.all(
		addresses.map(async (address) => ({ address, answer: await ask(address) }))
	);
	return [listed, ...shapes].flatMap(({ address, answer }) =>
		answer ? [{ address, answer }] : []
	);
}

/**
 * The land around all places of these regions: the server is not told near which of them somebody is. None
 * where nobody answers.
 */
export async function landAround(files: readonly RegionResources[]): Promise<Area[]> {
	const known = (await (await ask('/outlines'))?.json()) as Listed | undefined;
	if (!known) return [];
	const near = new Map(
		files.flatMap((file) => nearTo(file, known)).map((one) => [one.slug, one] as const)
	);
	const areas = [...near.values()].map(async ({ slug, invented }) => {
		const answer = await ask(addressOf(slug, known, 'detail'));
		if (!answer) return [];
		const topology = (await answer.json()) as OutlineTopology;
		const credit = invented?.credit ?? known.credit;
		return [{ ...shapesOf(topology), credit }];
	});
	return (await Promise.all(areas)).flat();
}

function nearTo(file: RegionResources, { prefectures }: Listed): Prefecture[] {
	const places = file.resources.flatMap(({ content: { place } }) =>
		place.latitude !== null && place.longitude !== null
			? [{ latitude: place.latitude, longitude: place.longitude }]
			: []
	);
	const around = boundsAround(places);
	return around ? prefectures.filter(({ bounds }) => meet(bounds, around)) : [];
}

function addressOf(slug: string, { version, bands }: Listed, wanted: Band): string {
	const band = slug === 'japan' || bands.includes(wanted) ? wanted : 'detail';
	return `/outlines/${slug}?band=${band}&v=${encodeURIComponent(version)}`;
}

async function ask(address: string): Promise<Response | null> {
	const answer = await fetch(address).catch(() => null);
	return answer?.ok ? answer : null;
}
