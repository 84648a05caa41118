import { setImmediate } from 'node:timers/promises';
import { and, asc, count, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { FieldChange } from '#lib/domain/editing/field-change.ts';
import { compareRevisions, contentFields } from '#lib/domain/editing/revision-comparison.ts';
import {
	fits,
	needsDecision,
	rowStatuses,
	type Decision
} from '#lib/domain/formats/preview/decision.ts';
import type { Pressed } from '#lib/domain/formats/preview/form/decision.ts';
import type { Candidate, PreviewRow } from '#lib/domain/formats/preview/preview.ts';
import type { Repeated } from '#lib/domain/formats/preview/repeated.ts';
import type { Wanted } from '#lib/domain/formats/preview/row-filter.ts';
import { saidOver } from '#lib/domain/formats/preview/said-over.ts';
import { blank, whole } from '#lib/domain/resource/blank.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { reachesResource, type User } from '#lib/domain/staff/staff.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database/client.ts';
import { import_rows, resources } from '#lib/server/database/schema/index.ts';
import { mayLearnOf, shownTo } from '#lib/server/imports/compare/asked.ts';
import { names } from '#lib/server/regions/names.ts';
import { changed, find, isOpen } from './keeping.ts';

export type Which = Wanted & {
	/** Only these rows. */
	places?: readonly number[];
};

type Stored = typeof import_rows.$inferSelect;

const undecided = and(
	isNull(import_rows.decision),
	inArray(import_rows.status, rowStatuses.filter(needsDecision))
);

/** In the JSON of the details: there may be a hundred thousand rows, and parsing takes its time. */
const soughtIn = (about: Repeated | null): string =>
	about === null ? '"findings":[{' : `"message":${JSON.stringify(about.message)}`;

const conditionOf = (id: string, { places, statuses, isUndecided, noted }: Which) =>
	and(
		eq(import_rows.preview_id, id),
		places && sql`${import_rows.place} IN (SELECT value FROM json_each(${JSON.stringify(places)}))`,
		statuses && inArray(import_rows.status, [...statuses]),
		isUndecided ? undecided : undefined,
		noted && ne(import_rows.status, 'gone'),
		noted && sql`instr(${import_rows.details}, ${soughtIn(noted.about)}) > 0`
	);

const mostRows = 100;

/** A page of rows; `after`: the place of the last one that was seen. null: no such preview. */
export function rows(
	db: Database,
	user: User,
	id: string,
	{ after = -1, limit = 50, ...which }: Which & { after?: number; limit?: number } = {}
): { rows: PreviewRow[]; total: number; next: number | null } | null {
	if (!find(db, user, id)) return null;
	const condition = conditionOf(id, which);
	const size = Math.min(limit, mostRows);
	const found = db
		.select()
		.from(import_rows)
		.where(and(condition, gt(import_rows.place, after)))
		.orderBy(asc(import_rows.place))
		.limit(size + 1)
		.all();
	const page = found.slice(0, size);
	const { total } = db.select({ total: count() }).from(import_rows).where(condition).get()!;
	const next = found.length > size ? page.at(-1)!.place : null;
	return { rows: told(db, user, page), total, next };
}

/** How many rows need a decision and have none. */
export const openRows = (db: Database, id: string): number =>
	db
		.select({ count: count() })
		.from(import_rows)
		.where(conditionOf(id, { isUndecided: true }))
		.get()!.count;

/** With what the words of a page need, which is little: contents are read by revision. */
function told(db: Database, user: User, page: Stored[]): PreviewRow[] {
	const known = names(db);
	const wanted = page.flatMap(({ details: { base, likes } }) => [
		base ?? [],
		...likes.flatMap(({ revision }) => revision ?? [])
	]);
	const read = contents(db, [...new Set(wanted.flat())]);
	const shown = shownTo(user);
	const compared = (
		before: Content | undefined,
		after: Content | null | undefined
	): FieldChange[] => (before && after ? compareRevisions(shown(before), shown(after), known) : []);
	return page.map(({ details, place, line, status, resource_id, decision }) => {
		const isOpen = resource_id === null || mayLearnOf(user, resource_id);
		const resource = isOpen ? resource_id : null;
		const content = details.content && whole(details.content);
		const before = details.base === null ? blank : read.get(details.base);
		const likes = details.likes.filter((like) => !like.resource || mayLearnOf(user, like.resource));
		const candidates = likes.map((like): Candidate => {
			const other = like.revision === null ? undefined : read.get(like.revision);
			const municipality = other?.location.municipality ?? null;
			return {
				...{ resource: like.resource, line: like.line, why: like.why },
				name: other?.name ?? (like.line === null ? '' : `${like.line}行目`),
				place: municipality && (known.municipalities.get(municipality) ?? null),
				changes: compared(other, other && content && saidOver(other, content, blank))
			};
		});
		const { region, conflicts, findings } = details;
		const name = details.name || (before?.name ?? '');
		const municipality = details.municipality ?? before?.location.municipality ?? null;
		return {
			...{ place, line, status, resource, decision, name, region, findings, candidates },
			conflicts: isOpen ? conflicts : [],
			where: municipality && (known.municipalities.get(municipality) ?? null),
			changes: isOpen ? compared(before, content) : []
		};
	});
}

type Refused = 'not-found' | 'ended' | { problem: string };
type Decided = { decided: number } | Refused;
type Deciding = [db: Database, user: User, id: string, which: Which, pressed: Pressed];

/** A few milliseconds of the app. */
const sliceSize = 500;

/**
 * Decides about rows, one by one or in bulk. Rows for which it is no answer are left as they are. Returns how many
 * were decided.
 */
export function decide(...asked: Deciding): Decided {
	const steps = deciding(asked);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

/** The same, while others are answered in between: there may be a hundred thousand rows. */
export async function decideInSlices(...asked: Deciding): Promise<Decided> {
	const steps = deciding(asked);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
		await setImmediate();
	}
}

function* deciding(asked: Deciding): Generator<void, Decided> {
	let decided = 0;
	for (let after: number | null = -1; after !== null;) {
		const slice = decideSlice(asked, after);
		// Who ends it halfway leaves what was decided until then.
		if ('refused' in slice) return decided > 0 ? { decided } : slice.refused;
		decided += slice.decided;
		after = slice.last;
		yield;
	}
	return { decided };
}

/** `last`: the place that the next slice comes after; null: there is none. */
function decideSlice(
	[db, user, id, which, pressed]: Deciding,
	after: number
): { refused: Refused } | { decided: number; last: number | null } {
	return changed(db, () => {
		const preview = find(db, user, id);
		if (!preview) return { refused: 'not-found' };
		if (!isOpen(preview)) return { refused: 'ended' };
		const problem = problemOf(db, user, pressed);
		if (problem) return { refused: { problem } };
		const slice = db
			.select()
			.from(import_rows)
			.where(and(conditionOf(id, which), gt(import_rows.place, after)))
			.orderBy(asc(import_rows.place))
			.limit(sliceSize)
			.all();
		const update = db.$client.prepare(
			'UPDATE import_rows SET decision = ? WHERE preview_id = ? AND place = ?'
		);
		let decided = 0;
		for (const row of slice) {
			const decision = decisionFor(row, pressed);
			if (decision === undefined) continue;
			update.run(decision === null ? null : JSON.stringify(decision), id, row.place);
			decided++;
		}
		return { decided, last: slice.length < sliceSize ? null : slice.at(-1)!.place };
	});
}

function decisionFor(
	{ status, details: { likes } }: Stored,
	pressed: Pressed
): Decision | null | undefined {
	if (pressed.is === 'open') return null;
	if (pressed.is !== 'like') return fits(pressed, status) ? pressed : undefined;
	const [first] = likes;
	if (!first || status !== 'duplicate') return undefined;
	return first.resource === null ? { is: 'skip' } : { is: 'same', resource: first.resource };
}

function problemOf(db: Database, user: User, pressed: Pressed): string | null {
	const fields = 'fields' in pressed ? (pressed.fields ?? []) : [];
	const strange = fields.find((field) => !(contentFields(blank) as string[]).includes(field));
	if (strange) return `「${strange}」という項目はありません。`;
	if (pressed.is !== 'same') return null;
	const found = db.select().from(resources).where(eq(resources.id, pressed.resource)).get();
	const isTheirs = found && reachesResource(user, { id: found.id, regionId: found.region_id });
	return isTheirs ? null : 'その資源はありません。';
}
