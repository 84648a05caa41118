import { asc, desc, sql } from 'drizzle-orm';
import { editionState, parseEditionName, type EditionState } from '#lib/domain/edition/edition.ts';
import type { RegionIdentity } from '#lib/domain/region/region.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByVersion } from '#lib/server/database/data-version.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { editions } from '#lib/server/database/schema/index.ts';

/** An edition as its readers know it. */
export type Edition = {
	id: number;
	region: RegionIdentity;
	year: number;
	state: EditionState;
	/** Shown to readers as 編集中, since it is not published yet. */
	previewed: boolean;
	foreword: string | null;
	imprint: string | null;
	licence: string | null;
	funding: string | null;
	colour: string | null;
	/** ISO instant. */
	publishedAt: string | null;
	/** SHA-256 of what it prints; null until it is locked. */
	contentHash: string | null;
};

const forReaders = sql`withdrawn_at IS NULL AND (published_at IS NOT NULL OR previewed_at IS NOT NULL)`;

/** All that readers may see, newest first and in the order of the regions. */
const all = cachedByVersion((db): Edition[] =>
	db
		.select()
		.from(editions)
		.where(forReaders)
		.orderBy(desc(editions.year), asc(editions.region_id))
		.all()
		.map((row) => editionOf(db, row))
);

/** Those that readers may see, newest first. */
export function list(db: Database, regionId: number): Edition[] {
	return all(db).filter(({ region }) => region.id === regionId);
}

export function find(
	db: Database,
	{ region, year }: { region: string; year: number }
): Edition | undefined {
	const found = regions.find(db, region);
	return found && list(db, found.id).find((edition) => edition.year === year);
}

/** By its one-word name, `sakura-2026`. */
export function findByName(db: Database, name: string): Edition | undefined {
	const parsed = parseEditionName(name);
	return parsed ? find(db, { region: parsed.slug, year: parsed.year }) : undefined;
}

/** All that readers may see of a year, in the order of the regions; fictional regions left out. */
export function listYear(db: Database, year: number): Edition[] {
	return all(db).filter((edition) => edition.year === year && !edition.region.fictional);
}

function editionOf(db: Database, row: typeof editions.$inferSelect): Edition {
	return {
		id: row.id,
		region: regions.identify(db, row.region_id),
		year: row.year,
		state: editionState(row),
		previewed: row.published_at === null,
		foreword: row.foreword,
		imprint: row.imprint,
		licence: row.licence,
		funding: row.funding,
		colour: row.colour,
		publishedAt: row.published_at,
		contentHash: row.content_hash
	};
}

/** What is said where a region has no edition of that year, and what it has. */
export function missing(
	db: Database,
	{ slug }: { slug: string },
	message = 'その年度版は、ここにはありません。'
): { message: string; ways?: { href: string; words: string }[] } {
	const region = regions.find(db, slug);
	if (!region) return { message };
	const { name } = region;
	const years = list(db, region.id).map(({ year }) => year);
	const has = years.length > 0 ? `${name}にあるのは、${years.join('、')}年度版です。` : '';
	const href = `/regions/${slug}`;
	const ways = [
		{ href, words: `${name}の、いまの内容` },
		...years.map((year) => ({ href: `${href}/${year}`, words: `${name} ${year}年度版` }))
	];
	return { message: message + has, ways };
}
