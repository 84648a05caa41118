import type { Ruby } from '#lib/domain/reader/profile/ruby.ts';

/**
 * paper: what a print shop gets, with what is for paper alone. web: what readers may see of the edition today;
 * their PDF, EPUB and HTML are made from it.
 */
export const bookletChannels = ['paper', 'web'] as const;
export type BookletChannel = (typeof bookletChannels)[number];

/** Of an edition, or a region, that has chosen none. */
export const defaultColour = '#1f6660';

/**
 * All that a booklet prints, in its order: plain JSON, and the same JSON for the same edition, on every machine.
 * Every form is made from it alone. Words that somebody typed are data in it, never markup.
 */
export type Booklet = {
	channel: BookletChannel;
	/** 「地域資源ブックマーク」 */
	title: string;
	region: { slug: string; name: string; kana: string; isSample: boolean };
	/** Fiscal year. */
	year: number;
	/** `#rrggbb`. */
	colour: string;
	/** Of the edition; null where nothing is said. Paragraphs are apart by a newline. */
	words: {
		cover: string | null;
		foreword: string | null;
		imprint: string | null;
		licence: string | null;
		funding: string | null;
	};
	/** What a reader may wish for, in their words, each with entries it leads to. */
	wishes: { words: string; numbers: number[] }[];
	/** Of 校了 and 公開, `YYYY-MM-DD` in Japan; null before. */
	lockedOn: string | null;
	publishedOn: string | null;
	/** Absolute addresses for QR codes and links. */
	addresses: { region: string; edition: string; errata: string };
	chapters: BookletChapter[];
	/** わからないとき: the region's general windows, as they stand in the booklet. */
	windows: BookletEntry[];
	/** 五十音, 目的, 市区町村; 区分 where chapters are municipalities. */
	indexes: BookletIndex[];
	/** How the entries were checked, the most frequent first: 「電話」 128. */
	checks: { words: string; count: number }[];
	/** Sources of maps and public data, each a sentence. */
	credits: string[];
	/** Chapters and eases with their symbols: the name of a drawing (`domain/labels/symbols.ts`), one letter for an ease. */
	legend: { symbol: string; words: string }[];
	/** Numbers that are not told of here: 「取り下げられました」. */
	struck: { number: number; words: string }[];
	cover: BookletPicture | null;
	/** How words of the product and of the region are read, by the word. */
	readings: Record<string, string>;
	/** Of the やさしい variant: any text of it that is no `Ruby`, by the text, with kana over it. */
	rubies?: Record<string, Ruby>;
};

export type BookletChapter = {
	/** Code of a category or a municipality; '' where the edition has no chapters. */
	code: string;
	label: Ruby;
	symbol: string;
	/** Of the tab at the edge, from 0. */
	place: number;
	/** Outline map whose numbers are entry numbers; null where nothing may be drawn. */
	map: BookletMap | null;
	entries: BookletEntry[];
};

/** A whole SVG document, and its words for those who do not see it. */
export type BookletMap = { svg: string; alt: string };

/** A picture without EXIF; `alt` is never empty. Bytes in base64, of which `sha256` is told before they are read. */
export type BookletPicture = {
	type: 'image/jpeg' | 'image/png';
	sha256: string;
	bytes: string;
	alt: string;
};

/** One place. Null, or an empty list: nobody said. */
export type BookletEntry = {
	id: string;
	number: number;
	name: Ruby;
	/** As stored: what the 五十音 index goes by. */
	kana: string | null;
	organization: Ruby | null;
	category: string;
	symbol: string;
	/** 休止中, 新規停止 and the like. */
	notice: Ruby | null;
	who: Ruby | null;
	/** The short text, or the long one where there is no short one. */
	text: Ruby | null;
	/** 「はじめて行く日」, one line for each thing that is known; paper has room for the first one. */
	firstVisit: Ruby[];
	/** As the place says it, one line each. */
	when: Ruby[];
	/** As exactly as it may be told. */
	where: Ruby | null;
	access: Ruby | null;
	/** In the booklet's order; `link`: `tel:`, `mailto:` or a web address. */
	contacts: { words: string; link: string | null }[];
	fee: Ruby | null;
	eases: { symbol: string; words: string }[];
	/** 「電話で確認 2026年2月3日」 */
	checked: string | null;
	/** Of its page; null where it has none, since it is on paper alone. */
	address: string | null;
	picture: BookletPicture | null;
};

export type BookletIndex = {
	code: 'kana' | 'need' | 'category' | 'municipality';
	title: string;
	groups: { heading: string; items: { words: string; number: number }[] }[];
};
