import type { Content } from '#lib/domain/resource/content.ts';
import { narrow } from '#lib/domain/resource/narrowing.ts';
import type { Audience } from '#lib/domain/resource/publication.ts';
import { contents } from './read.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import type { Shown } from './visibility.ts';
import { mayHide, type Pair } from './candidates.ts';

type Told = Pick<Shown, 'revision' | 'beside'>;

/** By readers, revision and what it stands beside: what is left of it, or null where nothing was hidden since. */
const kept = cachedByDatabase(({ $client }) => ({
	left: new Map<string, Content | null>(),
	changes: -1,
	state: $client.prepare<[], number>('SELECT changes FROM search_state').pluck()
}));
const mostKept = 20_000;
/** How many pairs of contents are in memory at once. */
const pageSize = 400;

/** An erased revision changes the index too, whichever process erases it. */
function keptNow(db: Database): Map<string, Content | null> {
	// What is read before it is committed may be undone.
	if (db.$client.inTransaction) return new Map();
	const known = kept(db);
	const changes = known.state.get() ?? 0;
	if (known.changes !== changes || known.left.size > mostKept) {
		Object.assign(known, { left: new Map(), changes });
	}
	return known.left;
}

/**
 * The one way to contents for readers, by revision: as it was written, and of what an edition
 * printed no more than today's precision and ways to reach the place allow.
 */
export function tellable(
	db: Database,
	shown: readonly Told[],
	audience: Audience = 'web'
): Map<number, Content> {
	const narrowed = narrowedAmong(db, shown, audience);
	const whole = shown.filter(({ revision }) => !narrowed.has(revision));
	const found = contents(
		db,
		whole.map(({ revision }) => revision)
	);
	for (const [revision, content] of narrowed) found.set(revision, content);
	return found;
}

/** Of those only what has less to tell than it was written with, by revision. */
export function narrowedAmong(
	db: Database,
	shown: readonly Told[],
	audience: Audience = 'web'
): Map<number, Content> {
	const known = keptNow(db);
	const keyOf = ({ revision, beside }: Told) => `${audience} ${revision} ${beside}`;
	const old = shown.filter(({ revision, beside }) => besides({ revision, beside }).length > 0);
	const unknown = old.filter((one) => !known.has(keyOf(one)));
	const pairs = unknown.flatMap((one) => besides(one).map((id): Pair => [one.revision, id]));
	const hiding = pairs.length === 0 ? new Set<number>() : mayHide(db, pairs, audience);
	for (const one of unknown) if (!hiding.has(one.revision)) known.set(keyOf(one), null);
	const missing = unknown.filter(({ revision }) => hiding.has(revision));
	for (let from = 0; from < missing.length; from += pageSize) {
		const page = missing.slice(from, from + pageSize);
		const read = contents(db, [...new Set(page.flatMap((one) => [one.revision, ...besides(one)]))]);
		for (const one of page) {
			const whole = read.get(one.revision)!;
			const left = besides(one).reduce((left, id) => narrow(left, read.get(id)!, audience), whole);
			known.set(keyOf(one), left === whole ? null : left);
		}
	}
	return new Map(
		old.flatMap((one) => {
			const left = known.get(keyOf(one));
			return left ? [[one.revision, left]] : [];
		})
	);
}

const besides = ({ revision, beside }: Told): number[] =>
	beside === null
		? []
		: (JSON.parse(beside) as (number | null)[]).filter(
				(id): id is number => id !== null && id !== revision
			);
