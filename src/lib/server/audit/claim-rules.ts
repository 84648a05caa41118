import type { ChapterOrder } from '#lib/domain/edition/edition.ts';
import { numbersIn } from '#lib/domain/input/ranges.ts';
import type { audit } from '#lib/server/database/schema/index.ts';
import { checkOf, parts, type Claims, type EditionClaim, type Volume } from './claim.ts';

/** A record, as far as it claims anything. */
export type Row = Pick<
	typeof audit.$inferSelect,
	'id' | 'at' | 'action' | 'subject_id' | 'details'
>;
/** What a record means beside what it says: whose a revision is, and which check a record was about. */
export type Context = {
	ownerOf: (revision: number) => string | undefined;
	checkIn: (record: number) => number | undefined;
};
type Claim = (claims: Claims, row: Row, context: Context) => void;

const textIn = ({ details }: Row, name: string): string => String(details[name] ?? '');
const idsIn = (row: Row, name: string): string[] => textIn(row, name).split(' ').filter(Boolean);
const listIn = <T>(row: Row, name: string): T[] => JSON.parse(textIn(row, name) || '[]') as T[];

function edition({ editions }: Claims, id: number): EditionClaim {
	const fresh = { hash: null, locked: false, lockedAt: null, publishedAt: null, withdrawnAt: null };
	const claim = editions.get(id) ?? { ...fresh, supersededAt: null, standing: null };
	editions.set(id, claim);
	return claim;
}

const named = (claims: Claims, { subject_id }: Row) => edition(claims, Number(subject_id));

const stands: Claim = (claims, row) => {
	const { region, year, order } = row.details;
	if (typeof region === 'number') {
		named(claims, row).standing = { region, year: Number(year), order: order as ChapterOrder };
	}
};

const hashed: Claim = (claims, row, context) => {
	const claim = named(claims, row);
	claim.locked = true;
	claim.hash = (row.details['hash'] as string | undefined) ?? claim.hash;
	stands(claims, row, context);
};

const lockedThen: Claim = (claims, row, context) => {
	hashed(claims, row, context);
	named(claims, row).lockedAt = row.at;
};

/** Of the region of an edition: those that are published and were not withdrawn, the newest first. */
function offered({ editions }: Claims, { standing: own }: EditionClaim): EditionClaim[] {
	if (!own) return [];
	return [...editions.values()]
		.filter((one) => one.publishedAt && !one.withdrawnAt && one.standing?.region === own.region)
		.sort((a, b) => b.standing!.year - a.standing!.year);
}

const published: Claim = (claims, row, context) => {
	hashed(claims, row, context);
	const claim = named(claims, row);
	claim.publishedAt ??= row.at;
	for (const older of offered(claims, claim).slice(1)) older.supersededAt ??= row.at;
};

const withdrawn: Claim = (claims, row) => {
	const claim = named(claims, row);
	claim.withdrawnAt ??= row.at;
	const [newest] = offered(claims, claim);
	if (newest) newest.supersededAt = null;
};

const made: Claim = ({ current, places }, { subject_id, details }) => {
	if (typeof details['revision'] === 'number') current.set(subject_id, details['revision']);
	if (typeof details['region'] === 'number') places.set(subject_id, details['region']);
};

const proposed: Claim = ({ places }, { subject_id, details }) => {
	if (typeof details['region'] === 'number') places.set(subject_id, details['region']);
};

const gone: Claim = ({ withdrawn }, { subject_id, at, details }) => {
	// An erasure that is noted down for a later backup concerns nothing that is here.
	if (details['revisions'] !== 0 && !withdrawn.get(subject_id)) withdrawn.set(subject_id, at);
};

const merged: Claim = (claims, row, context) => {
	gone(claims, row, context);
	const into = textIn(row, 'into');
	for (const [id, other] of claims.merged)
		if (other === row.subject_id) claims.merged.set(id, into);
	claims.merged.set(row.subject_id, into);
};

const back = ({ withdrawn, merged }: Claims, id: string): void => {
	withdrawn.set(id, null);
	merged.delete(id);
};

const moved: Claim = (claims, row, { ownerOf }) => {
	for (const revision of numbersIn(textIn(row, 'current'))) {
		const owner = ownerOf(revision);
		if (owner !== undefined) claims.current.set(owner, revision);
	}
};

/** Resources are named by a revision of theirs, as ranges. */
const placed: Claim = ({ places }, row, { ownerOf }) => {
	for (const [region, revisions] of listIn<[number, string]>(row, 'places')) {
		for (const revision of numbersIn(revisions)) {
			const owner = ownerOf(revision);
			if (owner !== undefined) places.set(owner, region);
		}
	}
};

const volumes: Claim = (claims, row) => {
	for (const [id, region, year, order] of listIn<Volume>(row, 'volumes')) {
		edition(claims, id).standing = { region, year, order };
	}
};

const revoked = ({ revoked }: Claims, check: number | undefined, at: string): void => {
	if (check !== undefined) revoked.set(check, at);
};

const checked: Claim = ({ checks }, { details }) => {
	const { verification, on, method } = details;
	if (typeof verification === 'number' && on && method) {
		checks.set(verification, checkOf(String(on), String(method)));
	}
};

const imported: Claim = (claims, row, context) => {
	moved(claims, row, context);
	placed(claims, row, context);
	volumes(claims, row, context);
	for (const id of idsIn(row, 'withdrawn_ids')) claims.withdrawn.set(id, row.at);
	for (const id of idsIn(row, 'reinstated_ids')) back(claims, id);
	const check = checkOf(textIn(row, 'checked_on'), 'public-data');
	for (const id of numbersIn(textIn(row, 'checks'))) claims.checks.set(id, check);
};

const takenBack: Claim = (claims, row, context) => {
	imported(claims, row, context);
	for (const check of listIn<number>(row, 'revoked')) revoked(claims, check, row.at);
};

const dropped: Claim = ({ current, withdrawn, places, merged, ...claims }, row) => {
	for (const id of idsIn(row, 'resources')) {
		for (const map of [current, withdrawn, places, merged]) map.delete(id);
	}
	for (const id of numbersIn(textIn(row, 'checks'))) {
		for (const map of [claims.checks, claims.revoked]) map.delete(id);
	}
	for (const id of numbersIn(textIn(row, 'editions'))) claims.editions.delete(id);
};

/** How everything stood; of a part that it names, nothing that was said before counts. */
const counted: Claim = (claims, row, context) => {
	for (const part of parts) {
		if (row.details[part] === undefined || part === 'editions' || part === 'volumes') continue;
		claims[part].clear();
	}
	moved(claims, row, context);
	placed(claims, row, context);
	volumes(claims, row, context);
	for (const [id, at] of listIn<[string, string]>(row, 'withdrawn')) claims.withdrawn.set(id, at);
	for (const [id, into] of listIn<[string, string]>(row, 'merged')) claims.merged.set(id, into);
	for (const [id, at] of listIn<[number, string]>(row, 'revoked')) claims.revoked.set(id, at);
	for (const [check, ids] of listIn<[string, string]>(row, 'checks')) {
		for (const id of numbersIn(ids)) claims.checks.set(id, check);
	}
	for (const [id, hash] of listIn<[string, string]>(row, 'editions')) {
		Object.assign(edition(claims, Number(id)), { hash, locked: true });
	}
	if (row.details['volumes'] !== undefined) {
		for (const claim of claims.editions.values()) claim.supersededAt = null;
	}
	for (const [id, at] of listIn<[number, string]>(row, 'superseded')) {
		edition(claims, id).supersededAt = at;
	}
};

/** By action of the log: what a record says that the tables hold from then on. */
export const claimRules: Record<string, Claim> = {
	'edition.open': stands,
	'edition.order': (claims, row) => {
		const { standing } = named(claims, row);
		if (standing && row.details['order']) standing.order = textIn(row, 'order') as ChapterOrder;
	},
	'edition.lock': lockedThen,
	'edition.unlock': (claims, row) =>
		Object.assign(named(claims, row), { locked: false, lockedAt: null, hash: null }),
	'edition.publish': published,
	'edition.rehash': hashed,
	'edition.withdraw': withdrawn,
	'proposal.create': proposed,
	'resource.create': made,
	'resource.revise': made,
	'resource.withdraw': gone,
	'resource.merge': merged,
	'resource.erase': gone,
	'resource.reinstate': (claims, { subject_id }) => back(claims, subject_id),
	'resource.verify': checked,
	'resource.unverify': (claims, row) =>
		revoked(claims, row.details['verification'] as number | undefined, row.at),
	undo: (claims, row, { checkIn }) =>
		revoked(claims, checkIn(Number(row.details['undone'])), row.at),
	'import.apply': imported,
	'import.undo': takenBack,
	'region.drop': dropped,
	'audit.baseline': counted
};
