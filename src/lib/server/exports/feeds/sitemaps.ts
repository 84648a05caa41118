import { sql } from 'drizzle-orm';
import {
	mostPages,
	sitemapIndexText,
	sitemapPartName,
	sitemapText,
	type SitemapPage,
	type SitemapPart
} from '#lib/domain/formats/feeds/sitemap.ts';
import { editionName } from '#lib/domain/edition/edition.ts';
import type { Region } from '#lib/domain/region/region.ts';
import type { Database } from '#lib/server/database/client.ts';
import { isOnTheWeb, printedIn } from '#lib/server/contents/visibility.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as regions from '#lib/server/regions/regions.ts';

/** What is there whatever the data hold. */
const pages = ['/', '/search', '/guide', '/now', '/about', '/policy', '/privacy'];

/** All files, each with the newest change in it. */
export function sitemapIndex(db: Database, origin: string): string {
	const ofRegions = listed(db).flatMap((region) =>
		filesOf('region', region.slug, regionPages(db, region))
	);
	const ofEditions = published(db).flatMap((edition) =>
		filesOf('edition', editionName(edition.region.slug, edition.year), editionPages(db, edition))
	);
	const files = [{ name: 'pages', changedAt: null }, ...ofRegions, ...ofEditions];
	return sitemapIndexText(
		files.map(({ name, changedAt }) => ({ address: `${origin}/sitemap-${name}.xml`, changedAt }))
	);
}

/** One file; nothing where there is none. */
export function sitemap(db: Database, asked: SitemapPart, origin: string): string | undefined {
	const all = pagesOf(db, asked);
	const part = asked.kind === 'pages' ? 1 : asked.part;
	const shown = all?.slice((part - 1) * mostPages, part * mostPages) ?? [];
	if (shown.length === 0) return undefined;
	return sitemapText(
		shown.map(({ address, changedAt }) => ({ address: origin + address, changedAt }))
	);
}

function pagesOf(db: Database, asked: SitemapPart): SitemapPage[] | undefined {
	if (asked.kind === 'pages') return pages.map((address) => ({ address, changedAt: null }));
	if (asked.kind === 'region') {
		const region = listed(db).find(({ slug }) => slug === asked.name);
		return region && regionPages(db, region);
	}
	const edition = published(db).find(
		({ region, year }) => editionName(region.slug, year) === asked.name
	);
	return edition && editionPages(db, edition);
}

function filesOf(kind: 'region' | 'edition', name: string, all: readonly SitemapPage[]) {
	const parts = Array.from({ length: Math.ceil(all.length / mostPages) }, (_, at) => at + 1);
	return parts.map((part) => ({
		name: sitemapPartName(kind, name, part),
		changedAt: newestOf(all.slice((part - 1) * mostPages, part * mostPages))
	}));
}

/** Regions that show something; what is invented is offered to no search engine. */
const listed = (db: Database): Region[] =>
	regions
		.list(db)
		.filter(({ slug, fictional }) => !fictional && (regions.counts(db).get(slug) ?? 0) > 0);

/** Those that are still made say themselves that they are not to be kept. */
const published = (db: Database): editions.Edition[] =>
	listed(db).flatMap(({ id }) => editions.list(db, id).filter(({ previewed }) => !previewed));

function regionPages(db: Database, { id, slug }: Region): SitemapPage[] {
	const places = db.all<SitemapPage>(sql`
		SELECT '/resources/' || r.id AS address, coalesce(v.approved_at, v.created_at) AS changedAt
		FROM resources r
		JOIN revisions v ON v.id = r.current_revision_id
		WHERE r.region_id = ${id} AND r.withdrawn_at IS NULL AND ${isOnTheWeb}
		ORDER BY r.id`);
	return [{ address: `/regions/${slug}`, changedAt: newestOf(places) }, ...places];
}

/** The list, what changed since, and each place as it was printed. */
function editionPages(db: Database, { id, region, year, publishedAt }: editions.Edition) {
	const path = `/regions/${region.slug}/${year}`;
	const query = `?edition=${editionName(region.slug, year)}`;
	const entries = printedIn(db, id, sql`TRUE`);
	const addresses = [
		...[path, `${path}/changes`, `${path}/errata`],
		...entries.map(({ resource }) => `/resources/${resource}${query}`)
	];
	return addresses.map((address): SitemapPage => ({ address, changedAt: publishedAt }));
}

const newestOf = (all: readonly SitemapPage[]): string | null =>
	all.reduce<string | null>(
		(newest, { changedAt }) => (changedAt && (!newest || changedAt > newest) ? changedAt : newest),
		null
	);
