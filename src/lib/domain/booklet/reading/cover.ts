import { defaultColour, type Booklet } from '#lib/domain/booklet/booklet.ts';
import type { Place } from './entry.ts';
import { datedWords, editionWords, sampleWords } from './front.ts';
import { inLines, xhtml, type Markup } from './markup.ts';

/** What the booklet says on its face: of which region and year it is, of which day, and of which data. */
export function coverMarkup(booklet: Booklet, hash: string, place: Place): Markup {
	const { title, region, year, words, cover, chapters } = booklet;
	const count = chapters.reduce((sum, { entries }) => sum + entries.length, 0);
	const picture = cover && place.picture(cover, 'cover');
	return xhtml`<p class="region"><bdi>${region.name}</bdi></p>
<h1 id="title">${title} <span class="year">${year}年度版</span></h1>
${picture === null ? null : xhtml`<img class="cover-picture" src="${picture}" alt="${cover!.alt}"/>`}${words.cover && xhtml`<p class="words">${inLines(words.cover)}</p>`}${region.isSample ? xhtml`<p class="sample">${sampleWords}</p>` : null}
<p class="face"><span>${datedWords(booklet)}・${count}件</span><span>データの指紋 <code>${hash.slice(0, 12)}</code></span></p>
`;
}

/** The same as a picture for a shelf of books, in the edition's colour. */
export function coverDrawing(booklet: Booklet): Markup {
	const { region, title, year } = booklet;
	const size = Math.min(56, Math.floor(480 / Math.max(1, [...region.name].length)));
	return xhtml`<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 848" width="600" height="848" font-family="BIZ UDPGothic, Hiragino Sans, Noto Sans CJK JP, sans-serif" fill="#2a2722" text-anchor="middle"><title>${title} ${editionWords(booklet)}</title><rect width="600" height="848" fill="#faf7f1"/><rect width="28" height="848" fill="${colourOf(booklet)}"/><path d="M470 0h62v190l-31-24-31 24z" fill="${colourOf(booklet)}"/><text x="300" y="360" font-size="${size}">${region.name}</text><text x="300" y="440" font-size="44" font-weight="bold">${title}</text><text x="300" y="520" font-size="36">${year}年度版</text></svg>
`;
}

export const colourOf = ({ colour }: Pick<Booklet, 'colour'>): string =>
	/^#[0-9a-f]{6}$/i.test(colour) ? colour : defaultColour;
