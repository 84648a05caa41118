import { createHash } from 'node:crypto';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import { epubOf } from '#lib/domain/booklet/epub/epub.ts';
import { pageOf, styleOf } from '#lib/domain/booklet/reading/page.ts';
import type { RegionWords } from '#lib/domain/reader/offline/region-file.ts';
import { digestOf } from '#lib/server/booklet/made/input.ts';
import { nameUuid, ofAddresses } from '#lib/server/exports/feeds/name-uuid.ts';
import { bookStyle, pageScript, pageStyle } from './means.ts';

/** A page with the content security policy that it stands under wherever it is opened. */
export type Page = { html: string; policy: string };

const sha256 = (text: string) => createHash('sha256').update(text);

/** The booklet in one HTML document. `words`: what it is searched with. */
export function page(booklet: Booklet, words: RegionWords, script = pageScript()): Page {
	const style = styleOf(booklet, pageStyle());
	const allowed = (text: string) => `'sha256-${sha256(text).digest('base64')}'`;
	const policy = [
		...["default-src 'none'", `script-src ${allowed(script)}`, `style-src ${allowed(style)}`],
		...['img-src data:', "base-uri 'none'", "form-action 'none'"]
	].join('; ');
	const hash = digestOf(booklet);
	const html = pageOf(booklet, { hash, style, script, words: JSON.stringify(words), policy });
	return { html, policy };
}

/** The booklet as EPUB 3. `pages`: printed page on which each entry begins, by number. */
export const epub = (booklet: Booklet, pages?: Record<number, number>): Uint8Array =>
	epubOf(booklet, {
		uuid: nameUuid(ofAddresses, `${booklet.addresses.edition}/booklet.epub`),
		hash: digestOf(booklet),
		css: bookStyle(),
		...(pages && { pageOf: pages })
	});
