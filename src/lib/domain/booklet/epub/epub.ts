import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Booklet, BookletPicture } from '#lib/domain/booklet/booklet.ts';
import { coverDrawing, coverMarkup } from '#lib/domain/booklet/reading/cover.ts';
import { suffixOf } from '#lib/domain/booklet/reading/drawing.ts';
import { entryId, type Place } from '#lib/domain/booklet/reading/entry.ts';
import { xhtml } from '#lib/domain/booklet/reading/markup.ts';
import { partsOf } from '#lib/domain/booklet/reading/parts.ts';
import { documentOf, fileOf, sectionOf } from './document.ts';
import { breakMarkup, breaksOf, navigationOf } from './navigation.ts';
import { packageOf } from './package.ts';

export type EpubMeans = {
	/** UUID of the edition. */
	uuid: string;
	/** Of the booklet's data. */
	hash: string;
	css: string;
	/** Printed page on which each entry begins, by number. */
	pageOf?: Record<number, number>;
};

/** The booklet as EPUB 3: the same bytes for the same booklet, everywhere. */
export function epubOf(booklet: Booklet, { uuid, hash, css, pageOf }: EpubMeans): Uint8Array {
	const parts = partsOf(booklet, { hash, keeping: null });
	const pictures = new Map<string, BookletPicture>();
	const fileBy = new Map(
		parts.flatMap(({ id, numbers }) => numbers.map((number) => [number, fileOf(id)] as const))
	);
	const breaks = breaksOf([...fileBy.keys()], pageOf);
	const pageAt = new Map(breaks.map(({ page, number }) => [number, page]));
	const place: Place = {
		top: 1,
		entry: (number) => `${fileBy.get(number) ?? 'nav.xhtml'}#${entryId(number)}`,
		part: (id) => fileOf(id),
		picture(picture, name) {
			const path = `pictures/${name}.${suffixOf(picture)}`;
			pictures.set(path, picture);
			return path;
		},
		before: (number) => {
			const page = pageAt.get(number);
			return page === undefined ? null : breakMarkup(page);
		}
	};
	const bodies = parts.map((part) => ({ part, section: sectionOf(part, part.body(place)) }));
	const face = xhtml`<section class="cover" epub:type="cover" aria-labelledby="title">
${coverMarkup(booklet, hash, place)}</section>
`;
	const entries = new Map(
		[...booklet.chapters.flatMap((chapter) => chapter.entries), ...booklet.windows].map((one) => [
			one.number,
			one
		])
	);
	const all = bodies.map(({ section }) => section.xhtml).join('');
	const cover = booklet.cover
		? { path: `pictures/cover.${suffixOf(booklet.cover)}`, type: booklet.cover.type }
		: { path: 'cover.svg', type: 'image/svg+xml' };
	const about = {
		identifier: `urn:uuid:${uuid}`,
		parts,
		drawn: new Set(
			bodies.filter(({ section }) => section.xhtml.includes('<svg')).map(({ part }) => part.id)
		),
		cover,
		pictures: [...pictures]
			.map(([path, { type }]) => ({ path, type }))
			.filter(({ path }) => path !== cover.path),
		hasMaps: all.includes('<figure'),
		hasRuby: all.includes('<ruby>'),
		hasPages: breaks.length > 0
	};
	return zipped({
		'META-INF/container.xml': container,
		'book/package.opf': packageOf(booklet, about),
		'book/nav.xhtml': navigationOf(parts, entries, breaks),
		'book/book.css': css,
		'book/cover.xhtml': documentOf(booklet.title, face),
		...(booklet.cover ? {} : { 'book/cover.svg': coverDrawing(booklet).xhtml }),
		...Object.fromEntries(
			bodies.map(({ part, section }) => [
				`book/${fileOf(part.id)}`,
				documentOf(part.title, section)
			])
		),
		...Object.fromEntries(
			[...pictures].map(([path, { bytes }]) => [
				`book/${path}`,
				Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))
			])
		)
	});
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

/** A zip keeps the time of the clock on the wall: made of its numbers, it is the same in every time zone. */
const mtime = new Date(1980, 0, 1, 12);

/** The type comes first and is not compressed (EPUB 3.3, 4.2.2). */
function zipped(files: Record<string, string | Uint8Array>): Uint8Array {
	const isPicture = (name: string) => name.startsWith('book/pictures/');
	const entries = Object.entries(files).map(([name, content]): [string, Zippable[string]] => [
		name,
		[
			typeof content === 'string' ? strToU8(content) : content,
			{ level: isPicture(name) ? 0 : 9, mtime }
		]
	]);
	return zipSync({
		mimetype: [strToU8('application/epub+zip'), { level: 0, mtime }],
		...Object.fromEntries(entries)
	});
}
