import { editionName } from './edition.ts';

/** What every page of an edition says of it. */
export type EditionHeading = {
	region: { slug: string; name: string };
	year: number;
	/** 編集中. */
	previewed: boolean;
	/** `sakura-2026`. */
	name: string;
	path: string;
};

type Edition = Pick<EditionHeading, 'region' | 'year' | 'previewed'>;

export function headingOf({ region, year, previewed }: Edition): EditionHeading {
	return {
		region: { slug: region.slug, name: region.name },
		year,
		previewed,
		name: editionName(region.slug, year),
		path: `/regions/${region.slug}/${year}`
	};
}
