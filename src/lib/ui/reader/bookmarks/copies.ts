import { allowed, type Copy } from '#lib/domain/reader/bookmark/copy.ts';
import type { Kept, Shelf } from '#lib/domain/reader/bookmark/shelf.ts';
import { nowInJapan } from '#lib/ui/page/today.ts';
import {
	namesIn,
	resourceIn,
	type RegionResources
} from '#lib/domain/reader/offline/region-resources.ts';
import { pageOf, type ResourcePage } from '#lib/domain/reader/profile/resource-page.ts';
import { regionsFor } from '#lib/ui/reader/regions.ts';
import type { Shelves } from './shelves.ts';

/** What each place says today; null where its region has it no longer, absent where its region is not known. */
export type Today = Map<string, ResourcePage | null>;

/** For every place that has none yet, what it says now. Whole regions are asked for, never a place. */
export async function completeCopies(stored: Shelves, shelf: Shelf): Promise<void> {
	const known = new Set((await stored.copies()).map(({ id }) => id));
	const missing = Object.values(shelf.places).filter(({ id }) => !known.has(id));
	if (missing.length === 0) return;
	const files = await regionsFor(missing);
	try {
		await stored.keepCopies(copiesOf(missing, files));
	} catch {
		// The bookmark itself is kept; next time.
	}
}

/** What a place has hidden since it was kept goes from the device too. Whole regions are asked for. */
export async function renewCopies(stored: Shelves, shelf: Shelf): Promise<void> {
	const copies = new Map((await stored.copies()).map((copy) => [copy.id, copy]));
	const kept = Object.values(shelf.places).filter(({ id }) => copies.has(id));
	if (kept.length === 0) return;
	const files = await regionsFor(kept);
	if ([...files.values()].includes(null)) throw new Error('A region cannot be had now');
	const renewed: Copy[] = [];
	const gone: string[] = [];
	const regions = new Map(kept.map(({ id, region }) => [id, region]));
	for (const [id, now] of pagesOf(kept, files)) {
		const copy = copies.get(id)!;
		const left = allowed(copy, now, files.get(regions.get(id)!)!.on);
		if (left === null) gone.push(id);
		else if (left !== copy) renewed.push(left);
	}
	await stored.keepCopies(renewed);
	await stored.dropCopies(gone);
}

export function copiesOf(
	places: readonly Kept[],
	files: ReadonlyMap<string, RegionResources | null>
): Copy[] {
	const today = pagesOf(places, files);
	return places.flatMap(({ id, region }) => {
		const page = today.get(id);
		return page ? [{ id, on: files.get(region)!.on, page: { ...page, next: [] } }] : [];
	});
}

export function pagesOf(
	places: readonly Pick<Kept, 'id' | 'region'>[],
	files: ReadonlyMap<string, RegionResources | null>
): Today {
	const now = nowInJapan();
	const pages: Today = new Map();
	const byRegion = Map.groupBy(places, ({ region }) => region);
	for (const [region, some] of byRegion) {
		const file = files.get(region);
		if (!file) continue;
		const names = namesIn(file);
		const resources = new Map(file.resources.map((one) => [one.id, one]));
		for (const { id } of some) {
			const found = resources.get(id);
			pages.set(id, found ? pageOf(resourceIn(file, found, now, names), names, now.on) : null);
		}
	}
	return pages;
}
