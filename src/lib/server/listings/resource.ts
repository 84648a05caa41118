import { sql } from 'drizzle-orm';
import { japanDate, japanMoment } from '#lib/domain/calendar/calendar.ts';
import type { EntryState } from '#lib/domain/edition/edition.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import type { PublicResource } from '#lib/domain/reader/profile/public-resource.ts';
import { nextWords } from '#lib/domain/listing/row.ts';
import type { Database } from '#lib/server/database/client.ts';
import type { Edition } from '#lib/server/editions/index.ts';
import { prepare, verificationOf } from '#lib/server/resources/rows.ts';
import * as regions from '#lib/server/regions/regions.ts';
import {
	besideToday,
	hasWebConsent,
	isStillOnTheWeb,
	newestCheck,
	type Shown
} from '#lib/server/contents/visibility.ts';
import { tellable } from '#lib/server/contents/telling.ts';

type Found = Shown & {
	region_id: number;
	organization_id: string | null;
	withdrawn_at: string | null;
	withdrawn_reason: string | null;
	merged_into_id: string | null;
};

const datesOnPage = 5;

/** A resource as it is now or, with an edition, as that edition printed it. */
export function find(
	db: Database,
	id: string,
	{ now, edition }: { now: Date; edition?: Edition | undefined }
): PublicResource | undefined {
	const found = edition ? printed(db, id, edition) : current(db, id);
	if (!found) return undefined;
	const content = publicContent(tellable(db, [found]).get(found.revision)!);
	const [prepared] = prepare(db, [found]);
	const page = {
		id,
		content,
		row: prepared!.row,
		region: regions.identify(db, found.region_id),
		verification: verificationOf(found)
	};
	if (edition) {
		const { region, year } = edition;
		return {
			...page,
			next: [],
			printed: { slug: region.slug, year, number: found.number! },
			history: [],
			siblings: [],
			gone: null
		};
	}
	return {
		...page,
		next: found.withdrawn_at ? [] : nextWords(content, japanMoment(now), datesOnPage),
		printed: null,
		history: history(db, id),
		siblings: siblings(db, id, found.organization_id),
		gone: found.withdrawn_at
			? {
					on: japanDate(new Date(found.withdrawn_at)),
					reason: found.withdrawn_reason ?? '',
					mergedInto: found.merged_into_id
				}
			: null
	};
}

/** Of the one that readers may know of whose id ends so; where chance gave two the same end, of neither. */
export function idEndingIn(db: Database, end: string): string | undefined {
	const found = db.all<{ id: string }>(sql`
		SELECT r.id FROM resources r
		JOIN revisions v ON v.id = r.current_revision_id
		WHERE substr(r.id, ${-end.length}) = ${end} AND ${hasWebConsent}
		LIMIT 2`);
	return found.length === 1 ? found[0]!.id : undefined;
}

function current(db: Database, id: string): Found | undefined {
	return db.get<Found>(sql`
		SELECT r.id AS resource, v.id AS revision, g.slug AS region, c.method, c.verified_on, c.role,
			NULL AS number, NULL AS beside, r.region_id, v.organization_id, r.withdrawn_at, r.withdrawn_reason,
			r.merged_into_id
		FROM resources r
		JOIN revisions v ON v.id = r.current_revision_id
		JOIN regions g ON g.id = r.region_id
		LEFT JOIN verifications c ON c.id = ${newestCheck}
		WHERE r.id = ${id} AND ${hasWebConsent}`);
}

function printed(db: Database, id: string, edition: Edition): Found | undefined {
	return db.get<Found>(sql`
		SELECT e.resource_id AS resource, v.id AS revision, ${edition.region.slug} AS region,
			c.method, c.verified_on, c.role, e.number, ${besideToday} AS beside,
			${edition.region.id} AS region_id,
			NULL AS organization_id, NULL AS withdrawn_at, NULL AS withdrawn_reason,
			NULL AS merged_into_id
		FROM entries e
		JOIN resources r ON r.id = e.resource_id
		JOIN revisions v ON v.id = e.revision_id
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE e.edition_id = ${edition.id} AND e.resource_id = ${id} AND ${hasWebConsent}
			AND ${isStillOnTheWeb}`);
}

function history(db: Database, id: string): PublicResource['history'] {
	return db.all<{ slug: string; year: number; number: number; state: EntryState }>(sql`
		SELECT g.slug, d.year, e.number, e.state
		FROM entries e
		JOIN editions d ON d.id = e.edition_id
		JOIN regions g ON g.id = d.region_id
		JOIN revisions v ON v.id = e.revision_id
		WHERE e.resource_id = ${id} AND d.withdrawn_at IS NULL
			AND (d.published_at IS NOT NULL OR d.previewed_at IS NOT NULL) AND ${hasWebConsent}
		ORDER BY d.year DESC`);
}

function siblings(
	db: Database,
	id: string,
	organizationId: string | null
): PublicResource['siblings'] {
	if (organizationId === null) return [];
	const shown = db.all<Shown>(sql`
		SELECT r.id AS resource, v.id AS revision, g.slug AS region,
			NULL AS method, NULL AS verified_on, NULL AS role, NULL AS number, NULL AS beside
		FROM revisions v
		JOIN resources r ON r.current_revision_id = v.id
		JOIN regions g ON g.id = r.region_id
		WHERE v.organization_id = ${organizationId} AND r.id <> ${id} AND r.withdrawn_at IS NULL
			AND v.operation <> 'closed' AND ${hasWebConsent}
		ORDER BY v.id LIMIT 6`);
	return prepare(db, shown).map(({ row }) => ({
		id: row.id,
		name: row.name,
		category: row.category
	}));
}
