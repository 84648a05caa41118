import type { Moment } from '#lib/domain/calendar/calendar.ts';
import { nowInJapan } from '#lib/ui/page/today.ts';
import type { KeptRegion } from '#lib/domain/reader/offline/cache.ts';
import { regionFileOf } from '#lib/domain/reader/offline/region-file-of.ts';
import type { RegionWords } from '#lib/domain/reader/offline/region-file.ts';
import {
	namesIn,
	resourceIn,
	type RegionResources
} from '#lib/domain/reader/offline/region-resources.ts';
import { regionSearch, type RegionSearch } from '#lib/domain/reader/offline/region-search.ts';
import { pageOf, type ResourcePage } from '#lib/domain/reader/profile/resource-page.ts';
import { regionResources } from '#lib/ui/reader/regions.ts';

type Of = { title: string; note: KeptRegion; isSample: boolean };

/** A page as the device makes it. */
export type KeptPage =
	| (Of & { kind: 'region'; file: RegionResources; search: RegionSearch })
	| (Of & { kind: 'resource'; page: ResourcePage; window: string | null });

/** Null where nothing that is kept can stand for the page of this address. */
export async function readPage(
	{ pathname, searchParams }: URL,
	kept: readonly KeptRegion[]
): Promise<KeptPage | null> {
	const now = nowInJapan();
	const [, collection, name, more] = pathname.split('/');
	if (!name || more) return null;
	if (collection === 'regions') {
		const note = kept.find(({ slug }) => slug === name);
		const file = note && (await regionResources(name));
		if (!file) return null;
		const search = await searchIn(file, now);
		const { region } = file;
		return (
			search && {
				kind: 'region',
				title: region.name,
				note,
				isSample: region.fictional,
				file,
				search
			}
		);
	}
	if (collection !== 'resources' || searchParams.has('edition')) return null;
	for (const note of kept) {
		const file = await regionResources(note.slug);
		const found = file?.resources.find(({ id }) => id === name);
		if (!file || !found) continue;
		const names = namesIn(file);
		const page = pageOf(resourceIn(file, found, now, names), names, now.on);
		const { generalWindowId, fictional } = file.region;
		const window =
			generalWindowId === null || generalWindowId === name ? null : `/resources/${generalWindowId}`;
		return { kind: 'resource', title: page.text.name, note, isSample: fictional, page, window };
	}
	return null;
}

async function searchIn(file: RegionResources, now: Moment): Promise<RegionSearch | null> {
	const answer = await fetch('/words.json').catch(() => null);
	if (!answer?.ok) return null;
	return regionSearch(regionFileOf(file, (await answer.json()) as RegionWords, now));
}
