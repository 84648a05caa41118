import type { Typeset } from '#lib/domain/booklet/layout.ts';
import { plainly } from '#lib/domain/booklet/made.ts';
import type { PaperSize } from '#lib/domain/booklet/papers/paper-size.ts';
import { plainOf } from '#lib/domain/reader/profile/ruby.ts';
import { promise, type Poster } from '#lib/domain/reader/handout/poster.ts';
import type { Database } from '#lib/server/database/client.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { stored } from '#lib/server/editions/entries.ts';
import { words } from '#lib/server/editions/words.ts';
import { fileInTurn } from '#lib/server/exports/turns.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { load } from '#lib/server/search/crisis.ts';
import { defaultColour } from '#lib/domain/booklet/booklet.ts';
import { leafletData, type LeafletMeans, type LeafletOf } from './leaflet.ts';
import { templatesDigest } from '#lib/server/booklet/made/input.ts';
import { compile, type Compiling } from '#lib/server/booklet/typesetting/compile.ts';

type Paper = Pick<Typeset, 'pdf' | 'pages'>;

/** The last ones, by what they were made of: strangers ask for the same ones again and again. */
const kept = new Map<string, Paper>();
const mostKept = 60;

/** Made once as long as nothing changes that is printed; one at a time, and few that wait. */
async function paper(
	db: Database,
	template: string,
	data: unknown,
	{ codes, signal }: { codes: string[]; signal?: AbortSignal | undefined }
): Promise<Paper> {
	const compiling: Compiling = { template, data, codes, printing: plainly };
	const key = sha256(`${templatesDigest()} ${JSON.stringify([template, data])}`);
	const known = kept.get(key);
	if (known) return known;
	const made = await fileInTurn(db, ['paper', key], () => compile(compiling, { signal }));
	kept.set(key, { pdf: made.pdf, pages: made.pages });
	if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
	return made;
}

type Means = Omit<LeafletMeans, 'contacts'> &
	Partial<Pick<LeafletMeans, 'contacts'>> & { signal?: AbortSignal };

/**
 * The leaflet of a region as it is now, or of an edition as readers may see it today; null where there is
 * nothing to be told of.
 */
export async function leafletOf(
	db: Database,
	of: { regionId: number } | { editionId: number },
	{ contacts, signal, ...means }: Means
): Promise<Typeset | null> {
	const data = leafletData(db, subjectOf(db, of), {
		...means,
		contacts: contacts ?? load().contacts
	});
	if (!data) return null;
	const { pdf, pages } = await paper(db, 'leaflet', data, { codes: [data.address], signal });
	return { pdf, pages, pageOf: {}, warnings: [] };
}

function subjectOf(db: Database, of: { regionId: number } | { editionId: number }): LeafletOf {
	const regionOf = (id: number) => regions.list(db).find((one) => one.id === id)!;
	if ('regionId' in of) return { region: regionOf(of.regionId), edition: null };
	const { region_id, year } = stored(db, of.editionId);
	const { colour, funding } = words(db, of.editionId);
	return { region: regionOf(region_id), edition: { id: of.editionId, year, colour, funding } };
}

/** The same as its page says, for a wall. */
export async function posterPdf(
	db: Database,
	poster: Poster,
	{ paper: size, colour = defaultColour }: { paper: PaperSize; colour?: string }
): Promise<Paper> {
	const name = plainOf(poster.name);
	const reading = poster.name.map(({ text, kana }) => kana ?? text).join('');
	const data = {
		...{ poster, promise, paper: size, colour },
		reading: reading === name ? null : reading
	};
	return paper(db, 'poster', data, { codes: [poster.address] });
}
