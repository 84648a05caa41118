import { resourcesAddress } from '#lib/domain/reader/offline/cache.ts';
import type { RegionResources } from '#lib/domain/reader/offline/region-resources.ts';
import { currentVersion } from '#lib/domain/reader/offline/region-version.ts';

/** Once for each page that is opened. */
const asked = new Map<string, Promise<RegionResources | null>>();

/**
 * A whole region, so that no request tells which of its places is meant; null where there is no such
 * region, or it cannot be had now.
 */
export function regionResources(slug: string): Promise<RegionResources | null> {
	const known = asked.get(slug);
	if (known) return known;
	const answer = ask(slug);
	asked.set(slug, answer);
	// What failed may be asked for again.
	void answer.then((file) => file ?? asked.delete(slug));
	return answer;
}

/** The regions of some places, by slug. */
export async function regionsFor(
	places: readonly { region: string }[]
): Promise<Map<string, RegionResources | null>> {
	const slugs = new Set(places.map(({ region }) => region));
	return new Map(
		await Promise.all([...slugs].map(async (slug) => [slug, await regionResources(slug)] as const))
	);
}

async function ask(slug: string): Promise<RegionResources | null> {
	try {
		const response = await fetch(resourcesAddress(slug));
		if (!response.ok) return null;
		const file = (await response.json()) as RegionResources;
		return file.version === currentVersion ? file : null;
	} catch {
		return null;
	}
}
