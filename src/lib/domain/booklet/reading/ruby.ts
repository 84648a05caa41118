import type { Ruby } from '#lib/domain/profile/ruby.ts';
import { legal, xhtml, type Markup } from './markup.ts';

/** With its kana above it; in brackets behind it where nothing can stand above. */
export const rubyMarkup = (ruby: Ruby): Markup =>
	xhtml`${ruby.map(({ text, kana }) =>
		kana
			? xhtml`<ruby>${text}<rp>（</rp><rt>${kana}</rt><rp>）</rp></ruby>`
			: xhtml`${legal(text)
					.split(/\n+/)
					.map((line, at) => (at > 0 ? xhtml`<br/>${line}` : line))}`
	)}`;
