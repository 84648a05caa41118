import { asc, inArray, sql } from 'drizzle-orm';
import { numbersIn } from '#lib/domain/input/ranges.ts';
import type { Database } from '#lib/server/database/client.ts';
import { audit } from '#lib/server/database/schema.ts';

/** What the log says of an edition. */
export type EditionClaim = {
	/** Of its record; null where it was locked before the log said so. */
	hash: string | null;
	locked: boolean;
	/** ISO instants. */
	publishedAt: string | null;
	withdrawnAt: string | null;
};

/** What the tables have to say if nobody but the program has written into them. */
export type Claims = {
	editions: Map<number, EditionClaim>;
	/** The current revision by resource. */
	current: Map<string, number>;
	/** When each resource was withdrawn; null of one that is back. */
	withdrawn: Map<string, string | null>;
	/** By verification: its day and method. */
	checks: Map<number, string>;
};

/** How a check is written down in a claim. */
export const checkOf = (on: string, method: string): string => `${on} ${method}`;

type Row = Pick<typeof audit.$inferSelect, 'at' | 'action' | 'subject_id' | 'details'>;
type Claim = (claims: Claims, row: Row, ownerOf: (revision: number) => string | undefined) => void;

const textIn = ({ details }: Row, name: string): string => String(details[name] ?? '');
const idsIn = (row: Row, name: string): string[] => textIn(row, name).split(' ').filter(Boolean);

function edition({ editions }: Claims, { subject_id }: Row): EditionClaim {
	const id = Number(subject_id);
	const fresh = { hash: null, locked: false, publishedAt: null, withdrawnAt: null };
	return editions.get(id) ?? (editions.set(id, fresh), fresh);
}

const hashed: Claim = (claims, row) => {
	const claim = edition(claims, row);
	claim.locked = true;
	claim.hash = (row.details['hash'] as string | undefined) ?? claim.hash;
};

const revised: Claim = ({ current }, { subject_id, details }) => {
	if (typeof details['revision'] === 'number') current.set(subject_id, details['revision']);
};

const gone: Claim = ({ withdrawn }, { subject_id, at, details }) => {
	// An erasure that is noted down for a later backup concerns nothing that is here.
	if (details['revisions'] !== 0 && !withdrawn.get(subject_id)) withdrawn.set(subject_id, at);
};

const moved: Claim = (claims, row, ownerOf) => {
	for (const revision of numbersIn(textIn(row, 'current'))) {
		const owner = ownerOf(revision);
		if (owner !== undefined) claims.current.set(owner, revision);
	}
};

const claimOf: Record<string, Claim> = {
	'edition.lock': hashed,
	'edition.unlock': (claims, row) =>
		Object.assign(edition(claims, row), { locked: false, hash: null }),
	'edition.publish': (claims, row, ownerOf) => {
		hashed(claims, row, ownerOf);
		edition(claims, row).publishedAt ??= row.at;
	},
	'edition.rehash': hashed,
	'edition.withdraw': (claims, row) => void (edition(claims, row).withdrawnAt ??= row.at),
	'resource.create': revised,
	'resource.revise': revised,
	'resource.withdraw': gone,
	'resource.merge': gone,
	'resource.erase': gone,
	'resource.reinstate': ({ withdrawn }, { subject_id }) => void withdrawn.set(subject_id, null),
	'resource.verify': ({ checks }, { details }) => {
		const { verification, on, method } = details;
		if (typeof verification === 'number' && on && method) {
			checks.set(verification, checkOf(String(on), String(method)));
		}
	},
	'import.apply': (claims, row, ownerOf) => {
		moved(claims, row, ownerOf);
		for (const id of idsIn(row, 'withdrawn_ids')) claims.withdrawn.set(id, row.at);
		for (const id of idsIn(row, 'reinstated_ids')) claims.withdrawn.set(id, null);
		const check = checkOf(textIn(row, 'checked_on'), 'public-data');
		for (const id of numbersIn(textIn(row, 'checks'))) claims.checks.set(id, check);
	},
	'region.drop': ({ current, withdrawn, checks, editions }, row) => {
		for (const id of idsIn(row, 'resources'))
			for (const map of [current, withdrawn]) map.delete(id);
		for (const id of numbersIn(textIn(row, 'checks'))) checks.delete(id);
		for (const id of numbersIn(textIn(row, 'editions'))) editions.delete(id);
	},
	'audit.baseline': (claims, row, ownerOf) => {
		for (const map of [claims.current, claims.withdrawn, claims.checks]) map.clear();
		moved(claims, row, ownerOf);
		for (const [id, at] of JSON.parse(textIn(row, 'withdrawn')) as [string, string][]) {
			claims.withdrawn.set(id, at);
		}
		for (const [check, ids] of JSON.parse(textIn(row, 'checks')) as [string, string][]) {
			for (const id of numbersIn(ids)) claims.checks.set(id, check);
		}
		for (const [id, hash] of JSON.parse(textIn(row, 'editions')) as [string, string][]) {
			Object.assign(edition(claims, { ...row, subject_id: id }), { hash, locked: true });
		}
	}
};

/** Reads the log from its beginning. Whether it is the one that was written, `verify` says. */
export function claims(db: Database): Claims {
	const found: Claims = {
		editions: new Map(),
		current: new Map(),
		withdrawn: new Map(),
		checks: new Map()
	};
	const owners = new Map(
		db.$client.prepare<[], [number, string]>('SELECT id, resource_id FROM revisions').raw().all()
	);
	const rows = db
		.select({
			at: audit.at,
			action: audit.action,
			subject_id: audit.subject_id,
			details: audit.details
		})
		.from(audit)
		.where(inArray(audit.action, Object.keys(claimOf)))
		.orderBy(asc(audit.id))
		.all();
	for (const row of rows) claimOf[row.action]!(found, row, (id) => owners.get(id));
	// Before its baseline a log did not say all that it says of resources.
	const isWhole = rows.some(({ action }) => action === 'audit.baseline');
	if (!isWhole) for (const map of [found.current, found.withdrawn, found.checks]) map.clear();
	return found;
}

/** Whether the log has said once how everything stood. */
export const hasBaseline = (db: Database): boolean =>
	db.get(sql`SELECT 1 FROM audit WHERE action = 'audit.baseline' LIMIT 1`) !== undefined;
