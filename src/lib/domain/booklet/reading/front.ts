import type { Booklet, BookletEntry } from '#lib/domain/booklet/booklet.ts';
import { dateWords } from '#lib/domain/calendar/calendar.ts';
import { plainOf } from '#lib/domain/reader/profile/ruby.ts';
import type { Place } from './entry.ts';
import { safeLink } from './links.ts';
import { heading, inLines, xhtml, type Markup } from './markup.ts';
import { symbolMarkup } from './drawing.ts';
import type { Part } from './part.ts';

/** 「さくら地域 2026年度版」 */
export const editionWords = ({ region, year }: Booklet): string => `${region.name} ${year}年度版`;

/** Day on which it was made public, or was finished. */
export const datedWords = ({ publishedOn, lockedOn }: Booklet): string =>
	publishedOn
		? `${dateWords(publishedOn)}公開`
		: lockedOn
			? `${dateWords(lockedOn)}校了`
			: '編集中';

export const sampleWords = 'これは架空の見本です。ここにある所は、ほんとうにはありません。';

const mostWishes = 4;

export function frontOf(booklet: Booklet): Part[] {
	const entries = new Map(
		booklet.chapters.flatMap(({ entries }) => entries.map((one) => [one.number, one] as const))
	);
	const hasIndex = booklet.indexes.some(({ code }) => code === 'need');
	const wishes = booklet.wishes.filter(({ numbers }) => numbers.some((one) => entries.has(one)));
	const { foreword } = booklet.words;
	const parts: (Part | null)[] = [
		foreword === null
			? null
			: part('foreword', 'はじめに', () => xhtml`<p class="foreword">${inLines(foreword)}</p>`),
		wishes.length === 0
			? null
			: part(
					'wishes',
					'願いから探す',
					(place) =>
						xhtml`<dl class="wishes">${wishes.map((wish) => wishMarkup(wish, entries, place, hasIndex))}</dl>`
				),
		part('how', 'この冊子のつかいかた', () => howMarkup(booklet))
	];
	return parts.filter((one) => one !== null);
}

const part = (id: string, title: string, body: (place: Place) => Markup): Part => ({
	...{ id, title, kind: 'front', numbers: [] },
	body: (place) => xhtml`${heading(place.top, `${id}-name`, title)}
${body(place)}`
});

function wishMarkup(
	{ words, numbers }: Booklet['wishes'][number],
	entries: ReadonlyMap<number, BookletEntry>,
	place: Place,
	hasIndex: boolean
): Markup {
	const known = numbers.flatMap((number) => entries.get(number) ?? []);
	const first = known.slice(0, mostWishes);
	const more = known.length - first.length;
	return xhtml`<div><dt>${words}</dt><dd><ul>${first.map(({ number, name }) => xhtml`<li><a href="${place.entry(number)}"><span class="number">${number}<span class="unit">番</span></span> <bdi>${plainOf(name)}</bdi></a></li>`)}${more > 0 && hasIndex ? xhtml`<li><a href="${place.part('index-need')}">ほか${more}件は、目的のさくいんへ</a></li>` : null}</ul></dd></div>
`;
}

function howMarkup({ legend, addresses, chapters }: Booklet): Markup {
	const eases = new Map(
		chapters.flatMap(({ entries }) =>
			entries.flatMap((entry) => entry.eases.map(({ symbol, words }) => [words, symbol] as const))
		)
	);
	const letters = legend.filter(({ words }) => eases.has(words));
	const signs = legend.filter(({ words }) => !eases.has(words));
	const errata = safeLink(addresses.errata);
	const region = safeLink(addresses.region);
	return xhtml`<ul>
<li>一つに決めなくて、かまいません。気になる所をいくつか、番号でおぼえておいてください。</li>
<li>行くまえに、「最後に確かめた日」を見てください。開いている日や費用は、変わることがあります。</li>
<li>書いていないことは、まだだれも確かめていないことです。連絡するときに、聞いてみてください。</li>
${region && xhtml`<li>いまの内容は、<a href="${region}">ウェブの一覧</a>にあります。${errata && xhtml`この冊子のあとで変わったところは、<a href="${errata}">正誤</a>にまとめています。`}</li>`}
</ul>
${
	legend.length === 0
		? null
		: xhtml`<ul class="legend" aria-label="しるし">${signs.map(({ symbol, words }) => xhtml`<li>${symbolMarkup(symbol)}${words}</li>`)}${letters.map(({ symbol, words }) => xhtml`<li><span class="letter" aria-hidden="true">${symbol}</span>${words}</li>`)}</ul>`
}`;
}

const linesOf = (words: string | null) => (words === null ? null : inLines(words));

/** What the booklet is made of, and what it may be used for. */
export function imprintOf(
	booklet: Booklet,
	{ hash, keeping }: { hash: string; keeping: Markup | null }
): Part {
	const { words, checks, credits, struck, lockedOn } = booklet;
	const edition = safeLink(booklet.addresses.edition);
	const line = (label: string, value: Markup | null) =>
		value && xhtml`<div><dt>${label}</dt><dd>${value}</dd></div>`;
	return {
		...{ id: 'imprint', title: 'この冊子について', kind: 'imprint', numbers: [] },
		body: (place) => xhtml`${heading(place.top, 'imprint-name', 'この冊子について')}
${keeping}${
			struck.length === 0
				? null
				: xhtml`${heading(place.top + 1, 'struck', 'ここにない番号')}<ul>${struck.map(({ number, words: why }) => xhtml`<li>${number}番 ${why}</li>`)}</ul>`
		}
<dl class="imprint">${[
			line('版', xhtml`${booklet.title} ${editionWords(booklet)}（${datedWords(booklet)}）`),
			line('校了', lockedOn === null ? null : xhtml`${dateWords(lockedOn)}`),
			line('発行', linesOf(words.imprint)),
			line('利用条件', linesOf(words.licence)),
			line('助成', linesOf(words.funding)),
			line(
				'確かめかた',
				checks.length === 0
					? null
					: xhtml`${checks.map(({ words: way, count }) => `${way} ${count}件`).join('、')}`
			),
			line('地図など', credits.length === 0 ? null : inLines(credits.join('\n'))),
			line('ウェブ', edition === null ? null : xhtml`<a href="${edition}">${edition}</a>`),
			line('データの指紋', xhtml`<code>${hash}</code>`)
		]}</dl>
`
	};
}
