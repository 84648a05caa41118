import { collect } from '#lib/server/booklet/collect.ts';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import type { Crisis } from '#lib/domain/search/crisis/contact.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import type { Database } from '#lib/server/database/client.ts';
import { dataVersion } from '#lib/server/database/data-version.ts';
import type { Edition } from '#lib/server/editions/index.ts';
import * as regionFiles from '#lib/server/listings/region-files.ts';
import { epub, hashOf, page, type Page } from './forms.ts';

/** What readers may have of an edition today, each form made when it is first asked for. */
export type Made = {
	hash: string;
	page(): Page;
	epub(): Uint8Array;
};

type Kept = { version: string; made: Made };

const mostKept = 8;
const kept = cachedByDatabase(() => new Map<number, Kept>());

/** The forms of an edition, made anew when what it says has changed, and not when anything else has. */
export function made(
	db: Database,
	{ id }: Pick<Edition, 'id'>,
	means: { origin: string; crisis: Crisis }
): Made {
	const all = kept(db);
	const version = dataVersion(db);
	const known = all.get(id);
	if (known?.version === version) return known.made;
	const { booklet } = collect(db, id, { channel: 'web', origin: means.origin });
	const isSame = known?.made.hash === hashOf(booklet);
	const made = isSame ? known!.made : formsOf(db, booklet, means.crisis);
	all.delete(id);
	all.set(id, { version, made });
	for (const oldest of all.keys()) {
		if (all.size <= mostKept) break;
		all.delete(oldest);
	}
	return made;
}

function formsOf(db: Database, booklet: Booklet, crisis: Crisis): Made {
	let ofPage: Page | undefined;
	let ofEpub: Uint8Array | undefined;
	return {
		hash: hashOf(booklet),
		page: () => (ofPage ??= page(booklet, regionFiles.words(db, crisis))),
		epub: () => (ofEpub ??= epub(booklet))
	};
}
