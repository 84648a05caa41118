import type { Booklet, BookletPicture } from '#lib/domain/booklet/booklet.ts';
import { asData } from './drawing.ts';
import { colourOf, coverMarkup } from './cover.ts';
import { entryId, type Place } from './entry.ts';
import { editionWords } from './front.ts';
import { xhtml, type Markup } from './markup.ts';
import { partsOf } from './parts.ts';

/** What the page is made with, besides the booklet. */
export type PageMeans = {
	/** Of the booklet's data. */
	hash: string;
	/** Whole, the edition's colour included (`styleOf`). */
	style: string;
	/** A classic script that reads the page and lets it be searched. */
	script: string;
	/** What the script knows of words (`ui/booklet/reading`), as JSON. */
	words: string;
	/** Content security policy: the script and the style by their hashes, and nothing else. */
	policy: string;
};

/** Letters of base64 that pictures of entries may take together; more of them are left out, all of them. */
const mostPictures = 1_200_000;

/** The whole booklet in one HTML document, which needs nothing beside it: no network and no other file. */
export function pageOf(
	booklet: Booklet,
	{ hash, style, script, words, policy }: PageMeans
): string {
	const parts = partsOf(booklet, { hash, keeping: keepingMarkup(booklet) });
	const place = placeOf(booklet);
	const name = `${booklet.title} ${editionWords(booklet)}`;
	const raw = (text: string): Markup => ({ xhtml: text });
	const document = xhtml`<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="format-detection" content="telephone=no"/>
<meta name="referrer" content="no-referrer"/>
<title>${name}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#contents">もくじへ</a>
<header class="cover" id="cover">
${coverMarkup(booklet, hash, place)}</header>
<div id="tools"></div>
<main id="main">
<nav id="contents" aria-labelledby="contents-name">
<h2 id="contents-name">もくじ</h2>
<ol>${parts.map(({ id, title, numbers }) => xhtml`<li><a href="#${id}">${title}${numbers.length > 0 ? xhtml` <small>${numbers.length}件</small>` : null}</a></li>`)}</ol>
</nav>
${parts.map(
	(
		part
	) => xhtml`<section class="part ${part.kind}" id="${part.id}" aria-labelledby="${part.id}-name">
${part.body(place)}</section>
`
)}<p class="back"><a href="#contents">もくじへ戻る</a></p>
</main>
<script type="application/json" id="words">${raw(words.replaceAll('<', '\\u003c'))}</script>
<script>${raw(script)}</script>
</body>
</html>
`;
	return document.xhtml;
}

function placeOf(booklet: Booklet): Place {
	const weight = booklet.chapters
		.flatMap(({ entries }) => entries)
		.reduce((sum, { picture }) => sum + (picture?.bytes.length ?? 0), 0);
	return {
		top: 2,
		entry: (number) => `#${entryId(number)}`,
		part: (id) => `#${id}`,
		picture: (picture: BookletPicture, name: string) =>
			name === 'cover' || weight <= mostPictures ? asData(picture) : null
	};
}

/** The style of a page, in the edition's colour. */
export const styleOf = (booklet: Booklet, css: string): string =>
	`${css}:root{--edition:${colourOf(booklet)}}`;

function keepingMarkup({ region, year }: Booklet): Markup {
	return xhtml`<div class="keeping">
<h3 id="keeping">この一枚で読めます</h3>
<p>このページは、一枚のファイルに全部が入っています。つながらないところでも、そのまま開いて、探して、印刷できます。</p>
<ul>
<li>とっておくには、ブラウザの「ページを別名で保存」（Ctrl と S）を使います。USBメモリに入れて、わたすこともできます。</li>
<li>探したことばは、この画面の外に出ません。どこにも送られず、残りません。</li>
<li>${region.name}の${year}年度版です。新しい年度版が出たら、そちらを使ってください。</li>
</ul>
</div>
`;
}
