import type { Contact } from '#lib/domain/search/crisis/contact.ts';
import type { Listing } from '#lib/domain/listing/listing.ts';
import { readBack, type Listed } from '#lib/ui/listing/sent/listed.ts';
import type { MapPart } from '#lib/ui/map/part.ts';
import type { Urgency } from '#lib/ui/listing/suggestions/suggestions.ts';

/** Only where a map is asked for, so that a list comes without it. */
export async function mapPart({ map }: Pick<Listing, 'map'>): Promise<MapPart | null> {
	return map ? (await import('#lib/ui/map/Map.svelte')).default : null;
}

/** The data of a list's page, with what shows its rarer parts. */
export async function withParts<D extends { listing: Listed; urgent: Contact[] | null }>(
	data: D
): Promise<Omit<D, 'urgent'> & { Map: MapPart | null; urgent: Urgency | null }> {
	const contacts = data.urgent;
	if (!('facets' in data.listing)) readBack(data.listing, document);
	return {
		...data,
		Map: await mapPart(data.listing),
		urgent: contacts && { contacts, Panel: (await import('./Urgent.svelte')).default }
	};
}
