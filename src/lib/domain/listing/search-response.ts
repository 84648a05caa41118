import type { Listing } from './listing.ts';
import { sampleMark } from '#lib/domain/region/sample.ts';
import { reasonWords } from '#lib/domain/search/words.ts';

/** The search as others read it (`docs/search-api.md`). */
export type SearchResponse = {
	total: number;
	page: number;
	perPage: number;
	/** How many meet all that was asked; the others come close, and `why` says what they lack. */
	full: number;
	/** Nothing matched; the results resemble the words. */
	fuzzy: boolean;
	/** What was read out of the words; empty when they were looked for as they are. */
	understood: string[];
	facets: Record<string, { code: string; label: string; count: number }[]>;
	results: {
		id: string;
		name: string;
		kana: string | null;
		category: string;
		municipality: string;
		region: string | null;
		lat: number | null;
		lng: number | null;
		why: string[];
		/** Only of the invented region. */
		sample?: typeof sampleMark;
	}[];
};

/** `samples`: slugs of invented regions. */
export function searchResponse(
	listing: Listing,
	perPage: number,
	samples: ReadonlySet<string>
): SearchResponse {
	return {
		total: listing.total,
		page: listing.pageNumber,
		perPage,
		full: listing.full,
		fuzzy: listing.fuzzy,
		understood: listing.understood,
		facets: Object.fromEntries(
			listing.facets.map(({ facet, choices }) => [
				facet,
				choices.map(({ code, name, count }) => ({ code, label: name, count }))
			])
		),
		results: listing.rows.map((row) => ({
			id: row.id,
			name: row.name,
			kana: row.kana,
			category: row.category,
			municipality: row.place,
			region: row.region,
			lat: row.point?.latitude ?? null,
			lng: row.point?.longitude ?? null,
			why: row.found?.reasons.map(reasonWords) ?? [],
			...(samples.has(row.region ?? '') && { sample: sampleMark })
		}))
	};
}
