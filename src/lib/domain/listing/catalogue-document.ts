import type { Facet } from '#lib/domain/search/filter.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import { regularDays } from '#lib/domain/schedule/occurrences.ts';
import type { MadeReadings } from '#lib/domain/text/generated-reading.ts';
import { searchDocument, type SearchDocument } from '#lib/domain/search/index/document.ts';
import { sortKeyOf } from '#lib/domain/text/reading.ts';

/** One revision as searches and filters see it. */
export type CatalogueDocument = {
	search: SearchDocument;
	/** In the order of its kana, or of its name while nobody knows the kana. */
	sortKey: string;
};

/** `made`: readings for what has no kana; they are looked through and decide no order. */
export function catalogueDocument(
	content: PublicContent,
	{ place, made }: { place: string | null; made?: MadeReadings | null }
): CatalogueDocument {
	const { organization } = content;
	return {
		search: searchDocument(
			{
				names: [content.name, content.plainName],
				kana: [content.kana ?? made?.name],
				tags: [
					organization?.name,
					organization?.kana ?? made?.organization,
					place,
					content.place.town
				],
				texts: [content.summary, content.description, content.activities]
			},
			codesOf(content)
		),
		sortKey: sortKeyOf(content.kana ?? content.name)
	};
}

/**
 * 「category=ibasho」: what facets ask for. Wider terms are not among them: the vocabularies say
 * what is wider when somebody asks.
 */
export function codesOf(content: PublicContent): string[] {
	const codes: Record<Exclude<Facet, 'region'>, string[]> = {
		category: content.categories,
		need: content.needs,
		audience: content.audiences,
		ease: Object.keys(content.eases).filter((code) => content.eases[code] === 'yes'),
		municipality: content.place.municipality ? [content.place.municipality] : [],
		fee: content.fee ? [content.fee] : [],
		day: [...new Set(regularDays(content.schedules))],
		online: isOnline(content) ? ['yes'] : []
	};
	return Object.entries(codes).flatMap(([facet, list]) => list.map((code) => `${facet}=${code}`));
}

/** Whether one can take part from home. */
export function isOnline(content: Pick<PublicContent, 'place' | 'eases' | 'categories'>): boolean {
	return (
		content.place.precision === 'online' ||
		content.eases['online-ok'] === 'yes' ||
		content.categories.includes('online')
	);
}
