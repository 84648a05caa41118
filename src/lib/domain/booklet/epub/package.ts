import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import type { Part } from '#lib/domain/booklet/reading/part.ts';
import { editionWords } from '#lib/domain/booklet/reading/front.ts';
import { xhtml, type Markup } from '#lib/domain/booklet/reading/markup.ts';
import { fileOf } from './document.ts';

export type Picture = { path: string; type: string };
export type PackageParts = {
	/** `urn:uuid:…` */
	identifier: string;
	parts: readonly Part[];
	/** Parts with drawings in them. */
	drawn: ReadonlySet<string>;
	hasMaps: boolean;
	cover: Picture;
	pictures: readonly Picture[];
	hasRuby: boolean;
	hasPages: boolean;
};

/** What the book is, of what it consists, and in which order it is read (EPUB 3.3, 5). */
export function packageOf(booklet: Booklet, about: PackageParts): string {
	const { identifier, parts, drawn, cover, pictures } = about;
	const { region, words } = booklet;
	const day = booklet.publishedOn ?? booklet.lockedOn;
	return xhtml`<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="ja">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${identifier}</dc:identifier>
<dc:title>${booklet.title} ${editionWords(booklet)}</dc:title>
<dc:language>ja</dc:language>
<dc:subject>ひきこもり</dc:subject>
<dc:subject>地域資源</dc:subject>
<dc:coverage>${region.name}</dc:coverage>
${words.imprint && xhtml`<dc:publisher>${flat(words.imprint)}</dc:publisher>`}
${words.licence && xhtml`<dc:rights>${flat(words.licence)}</dc:rights>`}
${day && xhtml`<dc:date>${day}</dc:date>`}
<meta property="dcterms:modified">${day ?? `${booklet.year}-04-01`}T00:00:00Z</meta>
${accessibilityOf(booklet, about)}</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="book.css" media-type="text/css"/>
<item id="cover-image" href="${cover.path}" media-type="${cover.type}" properties="cover-image"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
${parts.map(
	({
		id
	}) => xhtml`<item id="${id}" href="${fileOf(id)}" media-type="application/xhtml+xml"${svgIn(id, drawn)}/>
`
)}${pictures.map(
		({ path, type }, at) => xhtml`<item id="picture-${at + 1}" href="${path}" media-type="${type}"/>
`
	)}</manifest>
<spine>
<itemref idref="cover"/>
<itemref idref="nav"/>
${parts.map(
	({ id }) => xhtml`<itemref idref="${id}"/>
`
)}</spine>
</package>
`.xhtml;
}

const svgIn = (id: string, drawn: ReadonlySet<string>): Markup | null =>
	drawn.has(id) ? xhtml` properties="svg"` : null;

const flat = (words: string) => words.trim().replace(/\s+/g, ' ');

/** EPUB Accessibility 1.1, 2: in the words of schema.org. */
function accessibilityOf(
	booklet: Booklet,
	{ hasMaps, pictures, hasRuby, hasPages }: PackageParts
): Markup {
	const hasVisual = hasMaps || pictures.length > 0;
	const features = [
		...['structuralNavigation', 'tableOfContents', 'index', 'readingOrder'],
		...['displayTransformability', 'alternativeText', 'ARIA', 'unlocked'],
		...(hasRuby ? ['rubyAnnotations'] : []),
		...(hasPages ? ['printPageNumbers', 'pageNavigation'] : [])
	];
	const meta = (name: string, value: string) =>
		xhtml`<meta property="schema:${name}">${value}</meta>
`;
	return xhtml`${['textual', ...(hasVisual ? ['visual'] : [])].map((mode) => meta('accessMode', mode))}${meta('accessModeSufficient', 'textual')}${features.map((one) => meta('accessibilityFeature', one))}${meta('accessibilityHazard', 'none')}${meta('accessibilitySummary', summaryOf(hasVisual, hasPages))}${
		hasPages
			? xhtml`<dc:source id="paper">${booklet.title} ${editionWords(booklet)}（紙の冊子）</dc:source>
<meta refines="#paper" property="source-of">pagination</meta>
`
			: null
	}`;
}

const summaryOf = (hasVisual: boolean, hasPages: boolean): string =>
	[
		'見出し、もくじ、さくいん、掲載どうしのリンクで、どこへでも移れます。',
		hasVisual ? '地図と写真には、ことばでの説明があります。' : '',
		'色だけで伝えているところはありません。文字の大きさと色は、読む道具に合わせて変わります。',
		hasPages ? '紙の冊子のページ番号で移れます。' : ''
	].join('');
