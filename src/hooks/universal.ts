import type { Transport } from '@sveltejs/kit';
import { isListing, pack, unpack } from '#lib/domain/listing/packed-listing.ts';

/** How the data of pages come to their scripts. */
export const transport: Transport = {
	Listing: {
		encode: (value: unknown) => isListing(value) && pack(value),
		decode: unpack
	}
};
