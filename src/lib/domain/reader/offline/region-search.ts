import type { Contact } from '#lib/domain/search/crisis/contact.ts';
import { crisisFinder } from '#lib/domain/search/crisis/finder.ts';
import { parseFilter, withinRegion } from '#lib/domain/search/filter.ts';
import { behindHash, paramsOf } from '#lib/domain/input/fragment.ts';
import { linksOf, type Links } from '#lib/domain/listing/links.ts';
import { select, type Selection } from '#lib/domain/listing/catalogue.ts';
import { listingOf, termsOf, type Listing } from '#lib/domain/listing/listing.ts';
import { mapView } from '#lib/domain/listing/map-view.ts';
import { memoryCatalogue } from '#lib/domain/listing/memory-catalogue.ts';
import { unpackSpeech } from './packed-speech.ts';
import {
	unpackSynonyms,
	vocabulariesOf,
	type RegionFile,
	type RegionResource
} from './region-file.ts';
import { searchDocument } from '#lib/domain/search/index/document.ts';
import { explain, type Explained } from '#lib/domain/search/explanation.ts';
import { lexiconOf } from '#lib/domain/search/lexicon.ts';
import { sortKeyOf } from '#lib/domain/text/reading.ts';
import { suggestionsOf, type Suggestion } from '#lib/domain/listing/suggestion.ts';

/** A list, and whom somebody may reach whose words tell of danger. */
export type Answered = { listing: Listing; links: Links; urgent: Contact[] | null };

/** A region that is searched without asking anybody. */
export type RegionSearch = {
	/** `address`: query string and fragment; so are all addresses of the answer. */
	answer(address: string): Answered;
	suggest(query: string): Suggestion[];
};

export function regionSearch(file: RegionFile): RegionSearch {
	const { resources } = file;
	const vocabularies = vocabulariesOf(file);
	const { region, municipalities } = file;
	const synonyms = unpackSynonyms(file.synonyms);
	const towns = new Map(municipalities.map((one) => [one.code, one]));
	const catalogue = memoryCatalogue(
		resources.map((resource) => documentOf(resource, region.slug, towns)),
		lexiconOf({
			vocabularies,
			municipalities,
			regions: [region],
			synonyms,
			...(file.speech && { speech: unpackSpeech(file.speech) })
		}),
		vocabularies
	);
	const names = {
		vocabularies,
		municipalities: new Map(municipalities.map(({ code, name }) => [code, name])),
		regions: new Map([[region.slug, region.name]])
	};
	const explained = resources.map(explainedOf);
	const places = new Map(
		municipalities.flatMap(({ code, name, at }) => (at ? [[code, { ...at, name }] as const] : []))
	);
	const mapOf = ({ first, total }: Selection) =>
		mapView(
			first(total).map((number) => placed(resources[number]!)),
			total,
			places,
			places.keys()
		);
	const findUrgent = file.crisis ? crisisFinder(file.crisis) : () => null;
	return {
		answer(address) {
			const filter = { ...parseFilter(paramsOf(address)), year: null };
			const selection = select(catalogue, filter, withinRegion);
			const termsFor = termsOf(selection);
			const rows = selection.page.map((number) => ({
				...resources[number]!.row,
				...(termsFor && { found: explain(termsFor(number), explained[number]!) })
			}));
			const map = filter.view === 'map' ? mapOf(selection) : null;
			const parts = { filter, names, shown: withinRegion, selection, rows, map };
			const listing = listingOf(catalogue, parts);
			return { ...wordsBehindHash(listing, linksOf(listing)), urgent: findUrgent(filter.q) };
		},
		suggest: (query) =>
			suggestionsOf(catalogue, query, (numbers) =>
				numbers.map((number) => resources[number]!.row.name)
			)
	};
}

/** No address of the list carries the words in its query. */
export function wordsBehindHash(listing: Listing, links: Links) {
	const moved = <T extends { address: string }>(one: T): T => ({
		...one,
		address: behindHash(one.address)
	});
	const movedText = <T extends string | null>(address: T) =>
		(address === null ? null : behindHash(address)) as T;
	return {
		listing: {
			...listing,
			chips: listing.chips.map(moved),
			literal: movedText(listing.literal),
			near: listing.near && moved(listing.near),
			steps: listing.steps.map(moved)
		},
		links: {
			sorts: links.sorts.map(moved),
			views: links.views.map(moved),
			pages: links.pages.map(moved),
			previous: movedText(links.previous),
			next: movedText(links.next),
			all: behindHash(links.all),
			own: behindHash(links.own)
		}
	};
}

function documentOf(resource: RegionResource, region: string, towns: Map<string, Town>) {
	const { row, plainName, description, activities, organization, town, codes, checkedOn, made } =
		resource;
	const place = towns.get(townOf(codes) ?? '');
	return {
		search: searchDocument(
			{
				names: [row.name, plainName],
				kana: [row.kana ?? made?.name],
				tags: [
					organization?.name,
					organization?.kana ?? made?.organization,
					place && place.prefecture + place.name,
					town
				],
				texts: [row.summary, description, activities]
			},
			[...codes, `region=${region}`]
		),
		sortKey: sortKeyOf(row.kana ?? row.name),
		checkedOn,
		point: resource.point
	};
}

type Town = RegionFile['municipalities'][number];
const ofTown = 'municipality=';
const townOf = (codes: readonly string[]) =>
	codes.find((one) => one.startsWith(ofTown))?.slice(ofTown.length) ?? null;

const placed = ({ row, point, codes }: RegionResource) => ({
	row,
	point,
	municipality: townOf(codes)
});

const explainedOf = (resource: RegionResource): Explained => ({
	name: resource.row.name,
	kana: resource.row.kana,
	reading: resource.made?.name ?? null,
	summary: resource.row.summary,
	place: resource.row.place,
	plainName: resource.plainName,
	description: resource.description,
	activities: resource.activities,
	organization: resource.organization?.name ?? null,
	codes: resource.codes
});
