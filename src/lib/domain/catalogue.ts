import { bitset, countBoth, forEach, fullBitset, intersect, set, unite } from './bitset.ts';
import { regularDays } from './schedule.ts';
import { facets, perPage, type Facet, type Filter, type Sort } from './filter.ts';
import type { PublicContent } from './publication.ts';
import { match, rankedWithin, searchText, type SearchText } from './search/match.ts';
import { lineage, type Vocabularies } from './vocabulary.ts';

/** One resource as the filters see it. */
export type CatalogueDocument = {
	revision: number;
	resource: string;
	/** What it is sorted by: its kana, or its name while nobody knows the kana. */
	sortKey: string;
	codes: Record<Facet, string[]>;
	checkedOn: string | null;
	text: SearchText;
};

/** All documents of a scope (a region now, an edition, everything now), in the order of their kana. */
export type Catalogue = {
	documents: CatalogueDocument[];
	texts: SearchText[];
	members: Record<Facet, Map<string, Uint32Array>>;
	/** Place of each document in each order. */
	orders: Record<Sort, Uint32Array>;
};

export type Selection = {
	total: number;
	/** Documents of the asked page, in order. */
	page: CatalogueDocument[];
	/** The page that is shown: the last one when a later one was asked for. */
	pageNumber: number;
	pages: number;
	/** For every choice of the counted facets, how many there are with it and everything chosen in the other facets. */
	counts: Record<Facet, Map<string, number>>;
	/** The words were not found as typed; what is shown resembles them. */
	fuzzy: boolean;
};

const collator = new Intl.Collator('ja');

export function catalogueDocument(
	identity: { revision: number; resource: string; region: string; checkedOn: string | null },
	content: PublicContent,
	vocabularies: Vocabularies,
	placeName: string | null
): CatalogueDocument {
	const wider = (name: 'category' | 'need' | 'audience', codes: string[]) => [
		...new Set(codes.flatMap((code) => lineage(vocabularies[name], code)))
	];
	const codes: Record<Facet, string[]> = {
		category: wider('category', content.categories),
		need: wider('need', content.needs),
		audience: wider('audience', content.audiences),
		ease: Object.keys(content.eases).filter((code) => content.eases[code] === 'yes'),
		municipality: content.place.municipality ? [content.place.municipality] : [],
		fee: content.fee ? [content.fee] : [],
		day: [...new Set(regularDays(content.schedules))],
		online: isOnline(content) ? ['yes'] : [],
		region: [identity.region]
	};
	const termWords = (['category', 'need', 'audience', 'ease', 'fee'] as const).flatMap((name) =>
		codes[name].flatMap((code) => {
			const term = vocabularies[name].get(code);
			return term ? [term.label, term.plain, term.kana, ...term.synonyms] : [];
		})
	);
	return {
		revision: identity.revision,
		resource: identity.resource,
		sortKey: content.kana ?? content.name,
		codes,
		checkedOn: identity.checkedOn,
		text: searchText(
			[content.name, content.kana, content.plainName],
			[
				content.organization?.name ?? null,
				placeName,
				content.place.town,
				content.summary,
				content.description,
				content.activities,
				...termWords
			]
		)
	};
}

/** Whether one can take part from home. */
export function isOnline(content: Pick<PublicContent, 'place' | 'eases' | 'categories'>): boolean {
	return (
		content.place.precision === 'online' ||
		content.eases['online-ok'] === 'yes' ||
		content.categories.includes('online')
	);
}

export function catalogueOf(unsorted: readonly CatalogueDocument[]): Catalogue {
	const documents = unsorted.toSorted(
		(a, b) => collator.compare(a.sortKey, b.sortKey) || a.revision - b.revision
	);
	const members = Object.fromEntries(
		facets.map((facet) => [facet, new Map<string, Uint32Array>()])
	) as Catalogue['members'];
	documents.forEach((document, number) => {
		for (const facet of facets) {
			for (const code of document.codes[facet]) {
				let bits = members[facet].get(code);
				if (!bits) members[facet].set(code, (bits = bitset(documents.length)));
				set(bits, number);
			}
		}
	});
	const inOrder = (compare: (a: CatalogueDocument, b: CatalogueDocument) => number) => {
		const places = new Uint32Array(documents.length);
		documents
			.map((_, number) => number)
			.sort((a, b) => compare(documents[a]!, documents[b]!) || a - b)
			.forEach((number, place) => (places[number] = place));
		return places;
	};
	const first = (document: CatalogueDocument) => document.codes.municipality[0] ?? '~';
	const orders: Record<Sort, Uint32Array> = {
		kana: inOrder(() => 0),
		municipality: inOrder((a, b) => compareCodes(first(a), first(b))),
		checked: inOrder((a, b) => compareCodes(b.checkedOn ?? '', a.checkedOn ?? ''))
	};
	return { documents, texts: documents.map((document) => document.text), members, orders };
}

/** The filter's first reading: which documents, how many, and how many more with each choice. */
export function select(
	catalogue: Catalogue,
	filter: Filter,
	counted: readonly Facet[] = facets
): Selection {
	const { documents, texts, members, orders } = catalogue;
	const found = match(texts, filter.q);
	const inWords = found ? found.bits : fullBitset(documents.length);
	const chosen = facets
		.filter((facet) => filter.chosen[facet].length > 0)
		.map((facet) => ({ facet, bits: union(catalogue, facet, filter.chosen[facet]) }));
	const within = (except: Facet | null) => {
		const bits = inWords.slice();
		for (const choice of chosen) if (choice.facet !== except) intersect(bits, choice.bits);
		return bits;
	};
	const all = within(null);
	const counts = Object.fromEntries(
		counted.map((facet) => {
			const base = chosen.some((choice) => choice.facet === facet) ? within(facet) : all;
			return [
				facet,
				new Map([...members[facet]].map(([code, bits]) => [code, countBoth(bits, base)]))
			];
		})
	) as Selection['counts'];

	let numbers: number[];
	if (found && filter.sort === 'kana') {
		numbers = rankedWithin(found, all);
	} else {
		numbers = [];
		forEach(all, (number) => numbers.push(number));
		const places = orders[filter.sort];
		if (filter.sort !== 'kana') numbers.sort((a, b) => places[a]! - places[b]!);
	}
	const pages = Math.max(1, Math.ceil(numbers.length / perPage));
	const pageNumber = Math.min(filter.page, pages);
	return {
		total: numbers.length,
		page: numbers
			.slice((pageNumber - 1) * perPage, pageNumber * perPage)
			.map((number) => documents[number]!),
		pageNumber,
		pages,
		counts,
		fuzzy: found?.fuzzy ?? false
	};
}

function union(catalogue: Catalogue, facet: Facet, codes: readonly string[]): Uint32Array {
	const bits = bitset(catalogue.documents.length);
	for (const code of codes) {
		const members = catalogue.members[facet].get(code);
		if (members) unite(bits, members);
	}
	return bits;
}

const compareCodes = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
