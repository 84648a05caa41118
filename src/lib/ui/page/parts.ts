import type { Component } from 'svelte';
import type { Contact } from '#lib/domain/search/crisis/contact.ts';
import type { Listing } from '#lib/domain/listing/listing.ts';
import type { Urgency } from '#lib/ui/listing/suggestions.ts';

/** What shows a list as a map; `own` is the address of the list, its words wherever they stand. */
export type MapPart = Component<{ listing: Listing; path: string; own: string; query?: string }>;

/** Only where a map is asked for, so that a list comes without it. */
export async function mapPart({ map }: Pick<Listing, 'map'>): Promise<MapPart | null> {
	return map ? (await import('#lib/ui/map/Map.svelte')).default : null;
}

/** The data of a list's page, with what shows its rarer parts. */
export async function withParts<D extends { listing: Listing; urgent: Contact[] | null }>(
	data: D
): Promise<Omit<D, 'urgent'> & { Map: MapPart | null; urgent: Urgency | null }> {
	const contacts = data.urgent;
	return {
		...data,
		Map: await mapPart(data.listing),
		urgent: contacts && { contacts, Panel: (await import('./Urgent.svelte')).default }
	};
}
