import { sql } from 'drizzle-orm';
import { defaultColour } from '#lib/domain/booklet/booklet.ts';
import { easeSymbols } from '#lib/domain/booklet/collected/symbols.ts';
import { entryOf } from '#lib/domain/booklet/collected/entry.ts';
import { crisisOf, type Leaflet, type LeafletWindow } from '#lib/domain/booklet/papers/leaflet.ts';
import { printableIn } from '#lib/domain/booklet/collected/lines.ts';
import { creditsOf, windowsOf } from '#lib/domain/booklet/collected/summary.ts';
import type { Choice } from '#lib/domain/listing/choices.ts';
import type { Listing } from '#lib/domain/listing/listing.ts';
import { symbolOf } from '#lib/domain/listing/row.ts';
import { draw } from '#lib/domain/map/drawing.ts';
import { svgOf } from '#lib/domain/map/svg.ts';
import { withKana } from '#lib/domain/reader/profile/ruby.ts';
import { regionLead } from '#lib/domain/reader/handout/poster.ts';
import type { Region } from '#lib/domain/region/region.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import type { Contact } from '#lib/domain/search/crisis/contact.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { tellable } from '#lib/server/contents/telling.ts';
import { consentOf, currentIn, printedIn } from '#lib/server/contents/visibility.ts';
import type { Database } from '#lib/server/database/client.ts';
import type { Edition } from '#lib/server/editions/index.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import { names } from '#lib/server/regions/names.ts';
import { towns } from '#lib/server/regions/towns.ts';

/** What a leaflet is of: a region as it is now, or one of its editions as readers see it. */
export type LeafletOf = { region: Region; edition: LeafletEdition | null };
export type LeafletEdition = Pick<Edition, 'id' | 'year' | 'colour' | 'funding'>;
export type LeafletMeans = { origin: string; now: Date; contacts: readonly Contact[] };

const everything = parseFilter(new URLSearchParams());

/** All that the leaflet prints; null where there is nothing to be told of. The day is in it nowhere. */
export function leafletData(
	db: Database,
	{ region, edition }: LeafletOf,
	{ origin, now, contacts }: LeafletMeans
): Leaflet | null {
	const listing = edition
		? listings.edition(db, edition, everything)
		: listings.region(db, region, everything, now);
	if (listing.total === 0) return null;
	const { vocabularies } = names(db);
	const { category, need } = vocabularies;
	const here = `${origin}/regions/${region.slug}`;
	const address = edition ? `${here}/${edition.year}` : here;
	const counted = ({ name, count }: Choice) => ({ words: name, count });
	const { map, credit } = mapOf(db, region, choicesOf(listing, 'municipality'));
	const { windows, credits } = windowsIn(db, { region, edition }, credit);
	return printableIn({
		title: `${region.name}の地域資源ブックマーク`,
		region: { name: withKana(region.name, region.kana), isSample: region.fictional },
		colour: edition?.colour ?? defaultColour,
		edition: edition && `${edition.year}年度版`,
		lead: regionLead,
		total: listing.total,
		wishes: choicesOf(listing, 'need')
			.filter(({ code }) => need.get(code)?.parent === null)
			.map(counted),
		categories: choicesOf(listing, 'category')
			.filter(({ code }) => category.get(code)?.parent === null)
			.map((choice) => ({ ...counted(choice), symbol: symbolOf(choice.code, vocabularies) })),
		towns: choicesOf(listing, 'municipality').map(counted),
		map,
		windows,
		crisis: crisisOf(contacts),
		address,
		credits,
		funding: edition?.funding ?? null
	});
}

const choicesOf = ({ facets }: Listing, code: string): Choice[] =>
	(facets.find(({ facet }) => facet === code)?.choices ?? []).filter(({ count }) => count > 0);

/** Of its panel, in pixels whose letters can be read there. */
const size = { width: 300, height: 215 };
const font = 'BIZ UDPGothic';

/** Its towns with how many places are in each, on the land as far as it is known. */
function mapOf(db: Database, { name }: Region, counts: readonly Choice[]) {
	const known = towns(db);
	const placed = counts.flatMap(({ code, count }) => {
		const at = known.get(code);
		return at ? [{ ...at, name: `${at.name} ${count}` }] : [];
	});
	const drawing = draw({ spots: [], areas: [] }, { ...size, towns: placed });
	if (!drawing) return { map: null, credit: null };
	const ground = outlines.ground(db, drawing.bounds, size);
	const title = `${name}の地図`;
	const words = counts.map(({ name, count }) => `${name} ${count}か所`).join('、');
	return {
		map: { svg: svgOf({ ...drawing, ground }, { title, font }), alt: `${title}。${words}。` },
		credit: ground.credit
	};
}

/** Of what may be on the web and on paper both, and `credit` of the map with theirs. */
function windowsIn(
	db: Database,
	{ region, edition }: LeafletOf,
	credit: string | null
): { windows: LeafletWindow[]; credits: string[] } {
	const onPaper = consentOf(sql`v.id`, 'paper');
	const shown = edition
		? printedIn(db, edition.id, onPaper)
		: currentIn(db, sql`r.region_id = ${region.id} AND ${onPaper}`);
	const read = tellable(db, shown);
	const all = shown.map(({ resource, revision }, at) => ({
		...{ id: resource, number: at, verification: null, address: null },
		content: publicContent(read.get(revision)!)
	}));
	const named = names(db);
	const means = { names: named, easeSymbols: easeSymbols(named.vocabularies.ease.values()) };
	const chosen = windowsOf(all, named, region.generalWindowId).map((number) => all[number]!);
	return {
		windows: chosen.map((one) => {
			const { name, notice, when, contacts } = entryOf(one, means);
			return { name, notice, when, contacts: waysIn(contacts) };
		}),
		credits: creditsOf(chosen, credit)
	};
}

const mostWays = 2;

/** Those that somebody may take at once before a fax. */
function waysIn(contacts: LeafletWindow['contacts']): LeafletWindow['contacts'] {
	const direct = contacts.filter(({ link }) => link !== null);
	return (direct.length > 0 ? direct : contacts).slice(0, mostWays);
}
