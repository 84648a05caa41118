import type { Component } from 'svelte';
import type { Listing } from '#lib/domain/listing/listing.ts';

/** What shows a list as a map; `own` is the address of the list, its words wherever they stand. */
export type MapPart = Component<{ listing: Listing; path: string; own: string; query?: string }>;
