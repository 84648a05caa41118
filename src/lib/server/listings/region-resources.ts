import { sql } from 'drizzle-orm';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import type { EntryState } from '#lib/domain/edition/edition.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import type {
	RegionResource,
	RegionResources
} from '#lib/domain/reader/offline/region-resources.ts';
import { currentVersion } from '#lib/domain/reader/offline/region-version.ts';
import type { Region } from '#lib/domain/region/region.ts';
import { vocabularyNames } from '#lib/domain/labels/vocabulary.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import { names } from '#lib/server/regions/names.ts';
import { municipalitiesWith } from './region-files.ts';
import * as readings from '#lib/server/search/readings.ts';
import { verificationOf } from '#lib/server/resources/rows.ts';
import { currentPagesIn, hasWebConsent } from '#lib/server/contents/visibility.ts';
import { tellable } from '#lib/server/contents/telling.ts';

/** The current pages of all places of a region, as a reader's device keeps them. */
export function file(db: Database, { id, ...region }: Region, now: Date): RegionResources {
	const shown = currentPagesIn(db, sql`r.region_id = ${id}`);
	const revisions = shown.map(({ revision }) => revision);
	const read = tellable(db, shown);
	const made = readings.of(db, revisions);
	const history = historyIn(db, id);
	const resources = shown.map((one) => ({
		id: one.resource,
		content: publicContent(read.get(one.revision)!),
		verification: verificationOf(one),
		history: history.get(one.resource) ?? [],
		...(made.has(one.revision) ? { made: made.get(one.revision)! } : {})
	}));
	const { vocabularies } = names(db);
	const { slug, name, kana, fictional, introduction, generalWindowId } = region;
	const newest = editions.list(db, id).find(({ publishedAt }) => publishedAt !== null);
	return {
		version: currentVersion,
		region: { slug, name, kana, fictional, introduction, generalWindowId },
		edition: newest ? { year: newest.year, publishedAt: newest.publishedAt! } : null,
		on: japanDate(now),
		resources,
		vocabularies: Object.fromEntries(
			vocabularyNames.map((name) => [
				name,
				[...vocabularies[name].values()].map(({ synonyms: _, ...term }) => term)
			])
		) as RegionResources['vocabularies'],
		municipalities: municipalitiesWith(db, new Set(resources.flatMap(namedIn)))
	};
}

const namedIn = ({ content: { place, serviceArea } }: RegionResource) =>
	place.municipality ? [...serviceArea, place.municipality] : serviceArea;

type Printed = RegionResources['resources'][number]['history'][number];

/** Where each place of a region was printed, newest first. */
function historyIn(db: Database, regionId: number): Map<string, Printed[]> {
	const rows = db.all<Printed & { resource: string; state: EntryState }>(sql`
		SELECT e.resource_id AS resource, g.slug, d.year, e.number, e.state
		FROM entries e
		JOIN resources r ON r.id = e.resource_id
		JOIN editions d ON d.id = e.edition_id
		JOIN regions g ON g.id = d.region_id
		JOIN revisions v ON v.id = e.revision_id
		WHERE r.region_id = ${regionId} AND d.withdrawn_at IS NULL
			AND (d.published_at IS NOT NULL OR d.previewed_at IS NOT NULL) AND ${hasWebConsent}
		ORDER BY d.year DESC`);
	const history = new Map<string, Printed[]>();
	for (const { resource, ...printed } of rows) {
		const known = history.get(resource);
		if (known) known.push(printed);
		else history.set(resource, [printed]);
	}
	return history;
}
