import type { BookletEntry, BookletPicture } from '#lib/domain/booklet/booklet.ts';
import { plainOf, type Ruby } from '#lib/domain/reader/profile/ruby.ts';
import { symbolMarkup } from './drawing.ts';
import { safeLink } from './links.ts';
import { heading, inLines, xhtml, type Markup } from './markup.ts';
import { rubyMarkup } from './ruby.ts';

/** Where the parts of a booklet are told: in one document, or in many. */
export type Place = {
	/** Level of a part's heading. */
	top: number;
	entry(number: number): string;
	part(id: string): string;
	/** Address of a picture; null: it is left out. */
	picture(picture: BookletPicture, name: string): string | null;
	/** What stands before an entry: the beginning of a printed page. */
	before?: (number: number) => Markup | null;
};

export const entryId = (number: number): string => `e${number}`;

/** All that is told of an entry. */
export function entryMarkup(entry: BookletEntry, place: Place): Markup {
	const { number, category, symbol, name, organization, notice, text, eases, checked } = entry;
	const id = entryId(number);
	const page = safeLink(entry.address);
	const picture = entry.picture && place.picture(entry.picture, id);
	return xhtml`<article class="entry" id="${id}" aria-labelledby="${id}-name"${kanaOf(entry)}>${place.before?.(number) ?? null}
<p class="kind"><span class="number">${number}<span class="unit">番</span></span> <span class="category">${symbolMarkup(symbol)}${category}</span></p>
${heading(place.top + 1, `${id}-name`, xhtml`<bdi>${rubyMarkup(name)}</bdi>`)}
${organization && xhtml`<p class="organization"><bdi>${rubyMarkup(organization)}</bdi></p>`}${notice && xhtml`<p class="notice">${rubyMarkup(notice)}</p>`}${picture === null ? null : xhtml`<img src="${picture}" alt="${entry.picture!.alt}"/>`}${text && xhtml`<p class="text">${rubyMarkup(text)}</p>`}
${linesOf(entry)}${eases.length === 0 ? null : xhtml`<ul class="eases">${eases.map(({ symbol: letter, words }) => xhtml`<li><span class="letter" aria-hidden="true">${letter}</span>${words}</li>`)}</ul>`}
<p class="checked">${checked ?? '未確認'}${page && xhtml`<span class="page"><a href="${page}">ウェブのページ</a></span>`}</p>
</article>
`;
}

/** The stored reading, for who searches by it where the ruby does not say it. */
const kanaOf = ({ kana, name }: BookletEntry): Markup | null =>
	kana && kana !== plainOf(name) ? xhtml` data-kana="${kana}"` : null;

function linesOf(entry: BookletEntry): Markup {
	const { who, firstVisit, when, where, access, contacts, fee } = entry;
	const line = (label: string, words: Markup | null) =>
		words && xhtml`<div><dt>${label}</dt><dd>${words}</dd></div>`;
	const said = (words: Ruby | null) => words && rubyMarkup(words);
	const lines = [
		line('だれのため', said(who)),
		line('はじめて行く日', several(firstVisit.map(rubyMarkup))),
		line('いつ', several(when.map(rubyMarkup))),
		line('どこで', said(where)),
		line('行きかた', said(access)),
		line('連絡先', contactsMarkup(contacts)),
		line('費用', said(fee))
	].filter((one) => one !== null);
	return lines.length === 0 ? xhtml`` : xhtml`<dl>${lines}</dl>`;
}

const several = (lines: readonly Markup[]): Markup | null =>
	lines.length === 0
		? null
		: xhtml`${lines.map((line, at) => (at > 0 ? xhtml`<br/>${line}` : line))}`;

const contactsMarkup = (contacts: BookletEntry['contacts']): Markup | null =>
	several(
		contacts.map(({ words, link }) => {
			const address = safeLink(link);
			const told = xhtml`<bdi>${inLines(words)}</bdi>`;
			return address === null ? told : xhtml`<a href="${address}">${told}</a>`;
		})
	);

/** An entry that is told of elsewhere: what is needed for a first call. */
export function briefMarkup(entry: BookletEntry, place: Place): Markup {
	const { number, name, when, contacts, text } = entry;
	return xhtml`<div class="entry brief">
${heading(place.top + 1, `window-${number}`, xhtml`<a href="${place.entry(number)}"><bdi>${rubyMarkup(name)}</bdi></a>`)}
${text && xhtml`<p class="text">${rubyMarkup(text)}</p>`}<dl>${[
		contacts.length > 0
			? xhtml`<div><dt>連絡先</dt><dd>${contactsMarkup(contacts)}</dd></div>`
			: null,
		when.length > 0
			? xhtml`<div><dt>いつ</dt><dd>${several(when.map(rubyMarkup))}</dd></div>`
			: null,
		xhtml`<div><dt>詳しく</dt><dd><a href="${place.entry(number)}">${number}番</a></dd></div>`
	]}</dl>
</div>
`;
}
