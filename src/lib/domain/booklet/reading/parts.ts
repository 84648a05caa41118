import type { Booklet, BookletChapter, BookletIndex } from '#lib/domain/booklet/booklet.ts';
import { plainOf } from '#lib/domain/reader/profile/ruby.ts';
import { mapMarkup, symbolMarkup } from './drawing.ts';
import { briefMarkup, entryMarkup } from './entry.ts';
import { frontOf, imprintOf } from './front.ts';
import { heading, xhtml, type Markup } from './markup.ts';
import type { Part } from './part.ts';
import { rubyMarkup } from './ruby.ts';

/** All parts of a booklet but its cover and its contents list. */
export function partsOf(booklet: Booklet, more: { hash: string; keeping: Markup | null }): Part[] {
	const told = new Set(booklet.chapters.flatMap(({ entries }) => entries.map((one) => one.number)));
	return [
		...frontOf(booklet),
		...booklet.chapters.map(chapterOf),
		...windowsOf(booklet, told),
		...booklet.indexes.map(indexOf),
		imprintOf(booklet, more)
	];
}

function chapterOf(chapter: BookletChapter): Part {
	const { label, place, entries, map, symbol } = chapter;
	const title = plainOf(label);
	const id = `chapter-${place + 1}`;
	return {
		...{ id, title, kind: 'chapter' },
		numbers: entries.map(({ number }) => number),
		body(where) {
			const drawn = map && mapMarkup(map, `${title}の地図`, `${id}-map`);
			return xhtml`${heading(where.top, `${id}-name`, xhtml`${symbolMarkup(symbol)}${rubyMarkup(label)}<small>${entries.length}件</small>`)}
${drawn && xhtml`<figure class="map">${drawn}<figcaption>番号は、この章の番号です。詳しい場所がわかるところだけが載っています。</figcaption></figure>`}
${entries.map((entry) => entryMarkup(entry, where))}`;
		}
	};
}

function windowsOf({ windows }: Booklet, told: ReadonlySet<number>): Part[] {
	const id = 'windows';
	const title = 'わからないとき';
	const others = windows.filter(({ number }) => !told.has(number));
	return [
		{
			...{ id, title, kind: 'windows' },
			numbers: others.map(({ number }) => number),
			body: (where) =>
				xhtml`${heading(where.top, `${id}-name`, title)}
<p>どこに連絡すればよいかわからないときは、${windows.length > 0 ? 'ここから。' : 'お住まいの市区町村の福祉の窓口から。'}何に困っているのかを、うまく言えなくてもかまいません。</p>
<p class="say">はじめのひとことの例：「どこに相談すればよいかわからなくて、電話しました。話だけでも聞いてもらえますか」</p>
${windows.map((one) => (told.has(one.number) ? briefMarkup(one, where) : entryMarkup(one, where)))}`
		}
	];
}

function indexOf({ code, title, groups }: BookletIndex): Part {
	const id = `index-${code}`;
	return {
		...{ id, title, kind: 'index', numbers: [] },
		body: (where) =>
			xhtml`${heading(where.top, `${id}-name`, title)}
${groups.map(
	({ heading: words, items }, at) =>
		xhtml`<section class="group">${heading(where.top + 1, groupId(code, at), words)}<ul>${items.map(({ words: name, number }) => xhtml`<li><a href="${where.entry(number)}"><bdi>${name}</bdi> <span class="number">${number}<span class="unit">番</span></span></a></li>`)}</ul></section>
`
)}`
	};
}

export const groupId = (code: BookletIndex['code'], at: number): string =>
	`index-${code}-${at + 1}`;
