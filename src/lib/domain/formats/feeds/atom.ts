import { sampleMark } from '#lib/domain/region/sample.ts';
import { element, escaped } from './xml.ts';

export type AtomEntry = {
	/** UUID that stays the same whenever this is told again. */
	id: string;
	title: string;
	summary: string;
	/** ISO instant. */
	updated: string;
	/** Page that it is about. */
	page: string;
	isSample: boolean;
};

export type AtomFeed = {
	id: string;
	title: string;
	subtitle: string;
	/** ISO instant; of the newest entry, where there is one. */
	updated: string;
	/** Where the feed itself is, and the page of which it tells. */
	self: string;
	page: string;
	isSample: boolean;
	entries: readonly AtomEntry[];
};

/** RFC 4287, newest entry first. */
export const atomText = (feed: AtomFeed): string =>
	[
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">',
		element('id', `urn:uuid:${feed.id}`),
		element('title', marked(feed)),
		element('subtitle', feed.subtitle),
		element('updated', feed.updated),
		`<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`,
		`<link rel="alternate" type="text/html" href="${escaped(feed.page)}"/>`,
		'<author><name>地域資源ブックマーク</name></author>',
		...feed.entries.map(entryText),
		'</feed>',
		''
	].join('\n');

const entryText = (entry: AtomEntry) =>
	[
		'<entry>',
		element('id', `urn:uuid:${entry.id}`),
		element('title', marked(entry)),
		element('updated', entry.updated),
		`<link rel="alternate" type="text/html" href="${escaped(entry.page)}"/>`,
		element('summary', entry.summary),
		'</entry>'
	].join('\n');

const marked = ({ title, isSample }: { title: string; isSample: boolean }) =>
	isSample ? `【${sampleMark}】${title}` : title;
