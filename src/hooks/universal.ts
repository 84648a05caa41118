import { browser } from '$app/environment';
import type { Transport } from '@sveltejs/kit';
import { isListing, pack, unpack } from '#lib/domain/listing/packed-listing.ts';

/** How the data of pages come to their scripts. */
export const transport: Transport = {
	Listing: {
		// Said by the server alone: a browser does not carry this half.
		encode: (value: unknown) => !browser && isListing(value) && pack(value),
		decode: unpack
	}
};
