import type { Component } from 'svelte';
import type { Listing } from '#lib/domain/listing.ts';

/** What shows a list as a map; `own` is the address of the list, its words wherever they stand. */
export type MapPart = Component<{ listing: Listing; path: string; own: string; query?: string }>;

/** Only where a map is asked for, so that a list comes without it. */
export async function mapPart({ map }: Listing): Promise<MapPart | null> {
	return map ? (await import('./Map.svelte')).default : null;
}
