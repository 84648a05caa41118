import { sql } from 'drizzle-orm';
import type { Content } from '#lib/domain/resource/content.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { prepare } from '#lib/server/start/seed.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as search from '#lib/server/search/index.ts';
import { sample, type Searched } from '../search-data.ts';

export const now = new Date('2026-11-22T00:00:00Z');
const by = 'bench';
const slice = 500;

/** Fills a new database with the resources, each of them current in the region of its prefecture. */
export function fill(db: Database, documents: readonly Searched[]): void {
	prepare(db, { now, sample: true });
	// An invented region is not looked through together with real ones; here its places stand for theirs.
	db.run(sql`UPDATE regions SET fictional = 0`);
	const shipped = new Set(sample().map(({ id }) => id));
	const others = documents.filter(({ id }) => !shipped.has(id));
	const regionOf = regions(db);
	for (let from = 0; from < others.length; from += slice) {
		write(db, () => {
			for (const { id, content } of others.slice(from, from + slice)) {
				const regionId = regionOf(content.place.municipality);
				resources.create(db, { id, regionId, content: storable(content), by, at: now });
			}
		});
	}
	write(db, () => search.settle(db));
}

/** One more approved revision of a resource, as a member of staff would save it; its number. */
export function save(
	db: Database,
	id: string,
	content: PublicContent,
	{ isOnTheWeb = true } = {}
): number {
	const stored = storable(content);
	const consents = isOnTheWeb ? stored.consents : [];
	return resources.revise(db, id, { content: { ...stored, consents }, by, at: now });
}

/** What saving does for the search alone. */
export function index(db: Database, revisionId: number, content: PublicContent): void {
	write(db, () => search.add(db, revisionId, storable(content)));
}

/** The place of each current revision in the list of documents. */
export function placesOf(db: Database, documents: readonly Searched[]): Map<number, number> {
	const at = new Map(documents.map(({ id }, place) => [id, place]));
	return new Map(
		db.$client
			.prepare<[], { id: string; revision: number }>(
				'SELECT id, current_revision_id AS revision FROM resources'
			)
			.all()
			.flatMap(({ id, revision }) => {
				const place = at.get(id);
				return place === undefined ? [] : [[revision, place] as const];
			})
	);
}

function regions(db: Database): (municipality: string | null) => number {
	const rows = db.$client
		.prepare<[], { code: string; id: number }>(
			`SELECT m.municipality_code AS code, m.region_id AS id FROM region_municipalities m
			JOIN regions g ON g.id = m.region_id JOIN prefectures p ON p.romaji = g.slug`
		)
		.all();
	const byCode = new Map(rows.map(({ code, id }) => [code, id]));
	return (municipality) => byCode.get(municipality ?? '') ?? rows[0]!.id;
}

function storable({ place, phones, contacts, ...content }: PublicContent): Content {
	const { precision, ...location } = place;
	const consent = { channel: 'web' as const, givenBy: '代表', givenOn: null, how: '紙' };
	return {
		...content,
		location,
		precision,
		phones: phones.map((phone) => ({ ...phone, visibility: 'public' as const })),
		contacts: contacts.map((contact) => ({ ...contact, visibility: 'public' as const })),
		consents: [consent],
		staffNote: null
	};
}
