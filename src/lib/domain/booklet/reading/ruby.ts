import type { Ruby } from '#lib/domain/reader/profile/ruby.ts';
import { legal, xhtml, type Markup } from './markup.ts';

/** Letters that stay on one line with the kana above them. */
const longest = 10;

/** With its kana above it, on a line of its own above what is long; in brackets where nothing can stand above. */
export const rubyMarkup = (ruby: Ruby): Markup =>
	xhtml`${ruby.map(({ text, kana }) =>
		kana && [...text].length > longest
			? xhtml`<span class="reading">${kana}</span> ${text}`
			: kana
				? xhtml`<ruby>${text}<rp>（</rp><rt>${kana}</rt><rp>）</rp></ruby>`
				: xhtml`${legal(text)
						.split(/\n+/)
						.map((line, at) => (at > 0 ? xhtml`<br/>${line}` : line))}`
	)}`;
