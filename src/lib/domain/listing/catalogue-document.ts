import type { PublicContent } from '#lib/domain/resource/publication.ts';
import { regularDays, timesOf } from '#lib/domain/schedule/occurrences.ts';
import { phoneDigits } from '#lib/domain/search/sentence/numbers.ts';
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
 * 「category=ibasho」: what facets and sentences ask for. Wider terms are not among them: the
 * vocabularies say what is wider when somebody asks.
 */
export function codesOf(content: PublicContent): string[] {
	const codes: Record<string, readonly string[]> = {
		category: content.categories,
		need: content.needs,
		audience: content.audiences,
		ease: Object.keys(content.eases).filter((code) => content.eases[code] === 'yes'),
		'no-ease': Object.keys(content.eases).filter((code) => content.eases[code] === 'no'),
		municipality: content.place.municipality ? [content.place.municipality] : [],
		fee: content.fee ? [content.fee] : [],
		day: [...new Set(regularDays(content.schedules))],
		time: timesOf(content.schedules),
		online: isOnline(content) ? ['yes'] : [],
		gender: content.gender ? [content.gender] : [],
		'no-gender': closedTo[content.gender ?? ''] ?? [],
		accessibility: content.accessibility,
		language: content.languages,
		residency: content.residency ? [content.residency] : [],
		intake: content.intake ? [content.intake] : [],
		...agesOf(content),
		phone: content.phones.flatMap(({ number }) => phoneDigits(number) ?? []),
		postal: content.place.postalCode ? [content.place.postalCode.replace(/\D/g, '')] : []
	};
	return Object.entries(codes).flatMap(([facet, list]) => list.map((code) => `${facet}=${code}`));
}

/** Genders that a place is not meant for. */
const closedTo: Record<string, readonly string[]> = {
	men: ['women', 'women-and-nonbinary'],
	women: ['men'],
	'women-and-nonbinary': ['men']
};

/** Ages in bands of five years, by the first: those that a place has named, and those it has left out. */
function agesOf({ ageMin, ageMax }: Pick<PublicContent, 'ageMin' | 'ageMax'>) {
	const bands = ageMin === null && ageMax === null ? [] : ageBands;
	const isOpen = (band: number) => band + 4 >= (ageMin ?? 0) && band <= (ageMax ?? Infinity);
	return {
		age: bands.filter(isOpen).map(String),
		'no-age': bands.filter((band) => !isOpen(band)).map(String)
	};
}

const ageBands = Array.from({ length: 20 }, (_, at) => at * 5);

/** Whether one can take part from home. */
export function isOnline(content: Pick<PublicContent, 'place' | 'eases' | 'categories'>): boolean {
	return (
		content.place.precision === 'online' ||
		content.eases['online-ok'] === 'yes' ||
		content.categories.includes('online')
	);
}
