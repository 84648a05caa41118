import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import type { Crisis } from '#lib/domain/search/crisis/contact.ts';
import { collectInSteps } from '#lib/server/booklet/collecting/collect.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import type { Database } from '#lib/server/database/client.ts';
import { dataVersion } from '#lib/server/database/data-version.ts';
import type { Edition } from '#lib/server/editions/index.ts';
import * as regionFiles from '#lib/server/listings/region-files.ts';
import { digestOf } from '#lib/server/booklet/made/input.ts';
import { epub, page, type Page } from './forms.ts';

export type Means = { origin: string; crisis: Crisis };

/** What readers may have of an edition today, each form made when it is first asked for. */
type Made = {
	hash: string;
	page(): Page;
	epub(): Uint8Array;
};

const mostKept = 8;
type Kept = { version: string; making: Promise<Made> };
const kept = cachedByDatabase(() => new Map<string, Kept>());

/** The forms of an edition, made anew when what it says has changed, and not when anything else has. */
export function made(db: Database, { id }: Pick<Edition, 'id'>, means: Means): Promise<Made> {
	const all = kept(db);
	const key = `${id} ${means.origin}`;
	const version = dataVersion(db);
	const known = all.get(key);
	if (known?.version === version) return known.making;
	const making = make(db, id, means, known?.making);
	all.delete(key);
	all.set(key, { version, making });
	making.catch(() => all.delete(key));
	for (const oldest of all.keys()) {
		if (all.size <= mostKept) break;
		all.delete(oldest);
	}
	return making;
}

async function make(
	db: Database,
	editionId: number,
	{ origin, crisis }: Means,
	before: Promise<Made> | undefined
): Promise<Made> {
	const asked = { channel: 'web', origin } as const;
	const last = await before?.catch(() => undefined);
	if (last) {
		const { booklet } = await collectInSteps(db, editionId, { ...asked, isBare: true });
		if (last.hash === digestOf(booklet)) return last;
	}
	const { booklet } = await collectInSteps(db, editionId, asked);
	return formsOf(db, booklet, crisis);
}

function formsOf(db: Database, booklet: Booklet, crisis: Crisis): Made {
	let ofPage: Page | undefined;
	let ofEpub: Uint8Array | undefined;
	return {
		hash: digestOf(booklet),
		page: () => (ofPage ??= page(booklet, regionFiles.words(db, crisis))),
		epub: () => (ofEpub ??= epub(booklet))
	};
}

type Offered = { form: 'html' | 'epub'; pages: null; size: number };
/** Bytes, rounded up: an edition's page stays the same where only the address of the service is another. */
const about = (bytes: number) => Math.ceil(bytes / 10_000) * 10_000;

const offers = cachedByDatabase(() => new Map<number, Offered[]>());

/**
 * The forms with their sizes in bytes, as they were when they were first made: an edition's page does not wait
 * for what is said of every change.
 */
export async function offer(
	db: Database,
	edition: Pick<Edition, 'id' | 'previewed'>,
	means: Means
): Promise<Offered[]> {
	if (edition.previewed) return [];
	let known = offers(db).get(edition.id);
	if (!known) {
		const forms = await made(db, edition, means);
		known = [
			{ form: 'html', pages: null, size: about(Buffer.byteLength(forms.page().html)) },
			{ form: 'epub', pages: null, size: about(forms.epub().byteLength) }
		];
		offers(db).set(edition.id, known);
	}
	return known;
}
