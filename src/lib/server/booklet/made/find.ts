import { and, desc, eq, isNotNull, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { BookletChannel } from '#lib/domain/booklet/booklet.ts';
import type { BookletChoice, BookletForm } from '#lib/domain/booklet/made.ts';
import type { Database } from '#lib/server/database/client.ts';
import { booklets, editions } from '#lib/server/database/schema/index.ts';

/** All but what is large. */
const known = {
	id: booklets.id,
	kind: booklets.kind,
	form: booklets.form,
	channel: booklets.channel,
	printing: booklets.printing,
	sha256: booklets.sha256,
	size: booklets.size,
	pages: booklets.pages,
	madeAt: booklets.made_at,
	madeBy: booklets.made_by
};

export type Kept = {
	[Column in keyof typeof known]: (typeof known)[Column]['_']['notNull'] extends true
		? (typeof known)[Column]['_']['data']
		: (typeof known)[Column]['_']['data'] | null;
};

/** Of an edition, the newest first. */
export const list = (db: Database, editionId: number): Kept[] =>
	db
		.select(known)
		.from(booklets)
		.where(eq(booklets.edition_id, editionId))
		.orderBy(desc(booklets.id))
		.all();

/** The last proof, with what was found in it. */
export const proof = (db: Database, editionId: number) =>
	db
		.select({ ...known, warnings: booklets.warnings, differences: booklets.differences })
		.from(booklets)
		.where(and(eq(booklets.edition_id, editionId), eq(booklets.kind, 'proof')))
		.get();

export type WithBytes = Kept & { bytes: Buffer };

export type Offered = Pick<Kept, 'form' | 'size' | 'pages'>;

/** The newest of each form that readers were given. */
export const offered = (db: Database, editionId: number): Offered[] =>
	list(db, editionId)
		.filter(({ channel, kind }) => channel === 'web' && kind !== 'proof')
		.filter(({ form }, at, all) => all.findIndex((one) => one.form === form) === at);

const withBytes = (db: Database, editionId: number, ...conditions: (SQL | undefined)[]) =>
	db
		.select({ ...known, bytes: booklets.bytes })
		.from(booklets)
		.where(and(eq(booklets.edition_id, editionId), ...conditions))
		.orderBy(desc(sql`kind = 'final'`))
		.get();

/** By its id, within an edition. */
export const file = (db: Database, editionId: number, id: number): WithBytes | undefined =>
	withBytes(db, editionId, eq(booklets.id, id));

/** For readers, made of that input: a final, or one by the templates of today. */
export const forReaders = (
	db: Database,
	editionId: number,
	{ input, templates }: { input: string; templates: string }
): WithBytes | undefined =>
	withBytes(
		db,
		editionId,
		eq(booklets.channel, 'web'),
		eq(booklets.input_sha256, input),
		or(eq(booklets.kind, 'final'), eq(booklets.templates_sha256, templates))
	);

/** The final of an edition. */
export const final = (
	db: Database,
	editionId: number,
	{ form, channel }: Pick<BookletChoice, 'form' | 'channel'>
): WithBytes | undefined =>
	withBytes(
		db,
		editionId,
		eq(booklets.kind, 'final'),
		eq(booklets.form, form),
		eq(booklets.channel, channel)
	);

export type MissingFinal = {
	editionId: number;
	form: BookletForm;
	channel: BookletChannel;
	/** Who has published the edition. */
	by: string;
};

/** What is kept of every published edition. */
export const finals = [
	{ form: 'a5', channel: 'paper' },
	{ form: 'a5', channel: 'web' }
] as const satisfies Pick<MissingFinal, 'form' | 'channel'>[];

/** Of editions that people have published: those of the sample are made when somebody asks. */
export function missingFinals(db: Database): MissingFinal[] {
	const published = db
		.select({ id: editions.id, by: editions.published_by })
		.from(editions)
		.where(
			and(
				isNotNull(editions.published_at),
				isNull(editions.withdrawn_at),
				ne(editions.published_by, 'sample')
			)
		)
		.orderBy(desc(editions.year), editions.id)
		.all();
	const there = new Set(
		db
			.select({ id: booklets.edition_id, form: booklets.form, channel: booklets.channel })
			.from(booklets)
			.where(eq(booklets.kind, 'final'))
			.all()
			.map(({ id, form, channel }) => `${id} ${form} ${channel}`)
	);
	return published.flatMap(({ id, by }) =>
		finals
			.filter(({ form, channel }) => !there.has(`${id} ${form} ${channel}`))
			.map((final) => ({ editionId: id, by: by!, ...final }))
	);
}
