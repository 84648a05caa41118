import { setTimeout as wait } from 'node:timers/promises';
import type { BookletForm } from '#lib/domain/booklet/made.ts';
import { plainly } from '#lib/domain/booklet/made.ts';
import { unfinishedWords } from '#lib/domain/booklet/reading/files.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import type { Database } from '#lib/server/database/client.ts';
import { dataVersion } from '#lib/server/database/data-version.ts';
import type { Edition } from '#lib/server/editions/index.ts';
import { hopeOf, sourceOf, want } from './jobs.ts';
import { forReaders, offered, type Offered, type WithBytes } from './made/find.ts';
import { digestOf, inputOf } from './made/input.ts';
import type { Workshop } from './makers.ts';
import { ours } from './workshop.ts';

/** Of PDF, in the order of their offer. */
export const readerForms = ['a5', 'yasashii', 'large', 'a4'] as const satisfies BookletForm[];
export type ReaderForm = (typeof readerForms)[number];

export const parseReaderForm = (text: string | null): ReaderForm | undefined =>
	readerForms.find((form) => form === (text ?? 'a5'));

const digests = cachedByDatabase(
	() => new Map<number, { version: string; origin: string; digest: string }>()
);

/** Of all that readers may see of an edition today. */
async function today(
	db: Database,
	editionId: number,
	origin: string,
	workshop: Workshop
): Promise<string> {
	const known = digests(db).get(editionId);
	const version = dataVersion(db);
	if (known?.version === version && known.origin === origin) return known.digest;
	const { booklet } = await workshop.collect(db, editionId, {
		channel: 'web',
		origin,
		isBare: true
	});
	const digest = digestOf(booklet);
	digests(db).set(editionId, { version, origin, digest });
	return digest;
}

/** Milliseconds that a reader waits for a booklet to be made. */
const patience = 8000;

export type Answer =
	{ file: WithBytes } | { isLater: true; sentence: string } | { isLater: false; sentence: string };

/**
 * A published edition as readers may see it at this moment: what was hidden since is in no file. One that is not
 * there yet is made, and waited for a little.
 */
export async function readersFile(
	db: Database,
	edition: Pick<Edition, 'id' | 'previewed'>,
	{ form, origin }: { form: BookletForm; origin: string },
	workshop: Workshop = ours
): Promise<Answer> {
	if (edition.previewed) return { isLater: false, sentence: unfinishedWords };
	const choice = { form, channel: 'web', printing: plainly } as const;
	const find = async () => {
		const input = inputOf(await today(db, edition.id, origin, workshop), choice);
		const templates = workshop.templates();
		const file = forReaders(db, edition.id, { input, templates });
		return { source: sourceOf(input, templates), file };
	};
	const found = await find();
	if (found.file) return { file: found.file };
	const wish = { ...choice, editionId: edition.id, kind: 'cached', by: null, origin } as const;
	const hope = hopeOf(db, wish, found.source);
	if (hope !== 'now') return { isLater: true, sentence: sentences[hope] };
	const job = want(db, wish, workshop);
	if (job === 'closed') return { isLater: true, sentence: closed };
	if (job === 'busy') return { isLater: true, sentence: making };
	await Promise.race([job.done, wait(patience, undefined, { ref: false })]);
	const made = await find();
	if (made.file) return { file: made.file };
	return { isLater: true, sentence: sentences[hopeOf(db, wish, found.source)] };
}

const making = '冊子をつくっています。少し待ってから、もう一度お試しください。';
const closed = 'いまは新しい冊子をつくれません。ページのほうをご覧ください。';
/** What readers are told who do not get one yet. */
const sentences = {
	now: making,
	later: closed,
	never:
		'この冊子は、いまはお渡しできません。編集している人が直すまで、ページのほうをご覧ください。'
};

/** What an edition's page offers, with size and pages as far as they are known; nothing of an unfinished one. */
export function offer(
	db: Database,
	{ id, previewed }: Pick<Edition, 'id' | 'previewed'>,
	workshop: Workshop = ours
): { form: ReaderForm; made: Offered | null }[] {
	if (previewed) return [];
	const known = offered(db, id);
	return readerForms
		.filter((form) => workshop.makers[form])
		.map((form) => ({ form, made: known.find((one) => one.form === form) ?? null }));
}
