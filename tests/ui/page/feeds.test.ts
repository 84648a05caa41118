import { describe, expect, it } from 'vitest';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { feedsMarkup, headOfPlace } from '#lib/ui/page/feeds.ts';

const of = (query: string, total: number, isHidden = false) =>
	feedsMarkup(
		'/regions/gunma',
		{ filter: parseFilter(new URLSearchParams(query)), total },
		{ isHidden, changes: '群馬県で変わったこと' }
	);

describe('The end of a list', () => {
	it('leads to its feeds, with its words and conditions but not its page', () => {
		const { head, foot } = of('category=ibasho&need=calm&page=2&view=map&sort=checked', 40);
		for (const markup of [head, foot]) {
			expect(markup).toContain('"/regions/gunma/calendar.ics?category=ibasho&amp;need=calm"');
			expect(markup).toContain('"/regions/gunma/new.atom?category=ibasho&amp;need=calm"');
			expect(markup).toContain('"/regions/gunma/changes.atom"');
		}
	});

	it('says that not all places are in the calendar, where that is so', () => {
		expect(of('', 300).foot).not.toContain('はじめの');
		expect(of('', 301).foot).toContain('カレンダーには、はじめの300か所が入ります。');
	});

	it('offers nothing where nothing is, nor to somebody in danger', () => {
		const nothing = { head: '', foot: '' };
		expect(of('', 0)).toEqual(nothing);
		expect(of('q=x', 5, true)).toEqual(nothing);
	});

	it('makes markup of no word', () => {
		const { head, foot } = of(`q=${encodeURIComponent('"><script>')}`, 5);
		expect(head + foot).not.toContain('<script>');
	});
});

it('The head of a place has its calendar where there are dates, and its structured data as they are', () => {
	const structured = '{"name":"\\u003c/script\\u003e"}';
	const head = headOfPlace('1', { hasDates: true, structured });
	expect(head).toContain('href="/resources/1/calendar.ics"');
	expect(head).toContain(`<script type="application/ld+json">${structured}</script>`);
	expect(headOfPlace('1', { hasDates: false, structured: null }).trim()).toBe('');
});
