import type { Moment } from '#lib/domain/calendar/calendar.ts';
import type { FilterNames } from '#lib/domain/search/filter.ts';
import type { Point } from '#lib/domain/map/bounds.ts';
import { mapView, type MapView } from '#lib/domain/listing/map-view.ts';
import type { RegionIdentity } from '#lib/domain/region/region.ts';
import type { MadeReadings } from '#lib/domain/text/generated-reading.ts';
import type { currentVersion } from './region-version.ts';
import type { PublicResource } from '#lib/domain/reader/profile/public-resource.ts';
import { nextWords, rowOf } from '#lib/domain/listing/row.ts';
import {
	vocabularyNames,
	type Term,
	type Vocabularies,
	type VocabularyName
} from '#lib/domain/labels/vocabulary.ts';

/** Everything that the pages of a region's places show, for a device that asks for none of them alone. */
export type RegionResources = {
	/** Of this form. */
	version: typeof currentVersion;
	region: Omit<RegionIdentity, 'id'> & {
		introduction: string | null;
		generalWindowId: string | null;
	};
	/** The newest one that is published. */
	edition: { year: number; publishedAt: string } | null;
	/** The day in Japan on which it was made. */
	on: string;
	resources: RegionResource[];
	/** Without what is only searched for. */
	vocabularies: Record<VocabularyName, Omit<Term, 'synonyms'>[]>;
	/** Those that are named; `at` where it is on a map. */
	municipalities: {
		code: string;
		name: string;
		kana: string;
		prefecture: string;
		at: Point | null;
	}[];
};

/** Now, those that have closed included. */
export type RegionResource = Pick<PublicResource, 'id' | 'content' | 'verification' | 'history'> & {
	/** Readings that nobody has checked: to be searched, not to be shown. */
	made?: MadeReadings;
};

const datesOnPage = 5;

/** What codes are called in this region. */
export function namesIn(file: RegionResources): FilterNames {
	const vocabularies = {} as Vocabularies;
	for (const name of vocabularyNames) {
		vocabularies[name] = new Map(
			file.vocabularies[name].map((term) => [term.code, { ...term, synonyms: [] }])
		);
	}
	return {
		vocabularies,
		municipalities: new Map(file.municipalities.map(({ code, name }) => [code, name])),
		regions: new Map([[file.region.slug, file.region.name]])
	};
}

/** As the server gives it to a page, but for the number of the region in its database. */
export type DeviceResource = Omit<PublicResource, 'region' | 'gone'> & {
	region: RegionResources['region'];
};

/** `now` in Japan. */
export function resourceIn(
	file: RegionResources,
	{ id, content, verification, history }: RegionResource,
	now: Moment,
	names = namesIn(file)
): DeviceResource {
	const { name, url } = content.organization ?? {};
	const isSibling = (other: RegionResource) =>
		other.id !== id &&
		other.content.operation !== 'closed' &&
		name !== undefined &&
		other.content.organization?.name === name &&
		other.content.organization.url === url;
	return {
		id,
		content,
		row: { ...rowOf(id, content, verification, names), region: file.region.slug },
		next: nextWords(content, now, datesOnPage),
		region: file.region,
		verification,
		printed: null,
		history,
		siblings: file.resources
			.filter(isSibling)
			.slice(0, 6)
			.map((other) => {
				const { name, category } = rowOf(other.id, other.content, null, names);
				return { id: other.id, name, category };
			})
	};
}

/** A map of some of its places, in the order given. */
export function mapIn(
	file: RegionResources,
	resources: readonly RegionResource[],
	names = namesIn(file)
): MapView {
	const towns = new Map(
		file.municipalities.flatMap(({ code, name, at }) =>
			at ? [[code, { ...at, name }] as const] : []
		)
	);
	const placed = resources.map(({ id, content, verification }) => {
		const { latitude, longitude, municipality } = content.place;
		return {
			row: { ...rowOf(id, content, verification, names), region: file.region.slug },
			point: latitude === null || longitude === null ? null : { latitude, longitude },
			municipality
		};
	});
	return mapView(placed, placed.length, towns, towns.keys());
}
