import { zipSync, type Zippable } from 'fflate';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import {
	bundleName,
	bundleTexts,
	hashList,
	type BundleInput
} from '#lib/domain/booklet/deposit/bundle.ts';
import type { DepositFile } from '#lib/domain/booklet/deposit/deposit.ts';
import { sheetAudiences } from '#lib/domain/edition/coverage.ts';
import { label } from '#lib/domain/labels/vocabulary.ts';
import type { Database } from '#lib/server/database/client.ts';
import { sha256Of } from '#lib/server/database/hash.ts';
import { stored } from '#lib/server/editions/entries.ts';
import * as editions from '#lib/server/editions/index.ts';
import { names } from '#lib/server/regions/names.ts';

type Form = { bytes: Uint8Array; pages?: number | null };

/** What readers get of an edition: a bundle is made of nothing else. */
export type ReadersForms = {
	/** Of channel web. */
	booklet: Booklet;
	pdf: Form;
	/** null where none is made yet: the bundle says so. */
	epub: Form | null;
};

export type Bundle = { name: string; bytes: Uint8Array; sha256: string };

/** What a funder and the National Diet Library get: the same bytes for the same edition, on every machine. */
export function bundle(db: Database, editionId: number, forms: ReadersForms): Bundle {
	const { booklet } = forms;
	if (booklet.channel !== 'web') throw new Error('A bundle holds what readers may see alone');
	const edition = stored(db, editionId);
	const asked = { id: editionId, regionId: edition.region_id, year: edition.year };
	const { vocabularies } = names(db);
	return bundleOf(forms, {
		results: editions.yearResults(db, asked),
		editionHash: edition.content_hash,
		audiences: sheetAudiences.map((code) => label(vocabularies, 'audience', code))
	});
}

/** Of what is known already. */
export function bundleOf(
	{ booklet, pdf, epub }: ReadersForms,
	about: Omit<BundleInput, 'booklet' | 'files'>
): Bundle {
	const name = bundleName(booklet);
	const forms = [
		{ ...pdf, name: `${name}.pdf`, type: 'application/pdf' },
		...(epub ? [{ ...epub, name: `${name}.epub`, type: 'application/epub+zip' }] : [])
	];
	const files = forms.map(({ bytes, pages = null, name, type }): DepositFile => {
		return { name, type, size: bytes.length, pages, sha256: sha256Of(bytes) };
	});
	const encoder = new TextEncoder();
	const texts = bundleTexts({ booklet, files, ...about }).map(
		({ name, text }) => [name, encoder.encode(text)] as const
	);
	const all = [...forms.map(({ name, bytes }) => [name, bytes] as const), ...texts];
	const sums = hashList(all.map(([name, bytes]) => ({ name, sha256: sha256Of(bytes) })));
	const bytes = zipped(
		[...all, ['SHA256SUMS.txt', encoder.encode(sums)]],
		booklet.publishedOn ?? `${booklet.year}-04-01`
	);
	return { name: `${name}-bundle.zip`, bytes, sha256: sha256Of(bytes) };
}

const compressed = /\.(pdf|epub)$/;

/** All of one day. */
function zipped(files: (readonly [string, Uint8Array])[], on: string): Uint8Array {
	const [year, month, day] = on.split('-').map(Number) as [number, number, number];
	// ZIP keeps what the clock on the wall shows, and fflate asks the clock of this machine: noon is that day everywhere.
	const mtime = new Date(year, month - 1, day, 12);
	const entries = files.map(([name, bytes]) => [
		name,
		[bytes, { mtime, level: compressed.test(name) ? 0 : 9, os: 3, attrs: 0o644 << 16 }]
	]);
	return zipSync(Object.fromEntries(entries) as Zippable);
}
