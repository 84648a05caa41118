import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { linksOf } from '#lib/domain/listing/links.ts';
import * as listings from '#lib/server/listings/listings.ts';
import { listed } from '#lib/ui/listing/sent/listed.ts';
import { markupOf } from '#lib/ui/listing/sent/markup.ts';
import Listing from '#lib/ui/listing/Listing.svelte';
import { textOf } from '../../support/text.ts';
import { now, world } from '../../support/world.ts';

const { db, region } = world();

function listing(query: string, props = {}) {
	const filter = parseFilter(new URLSearchParams(query));
	const whole = listings.region(db, region, filter, now);
	const listing = listed(whole, markupOf(whole.rows, props), false);
	const links = linksOf(whole);
	const all = { listing, links, path: '/regions/gunma', open: ['category'], ...props };
	return render(Listing, { props: all }).body;
}

/** The choice as it is written: its box, and the words of its label. */
function choice(html: string, facet: string, code: string) {
	const label = html
		.split('<label')
		.find((part) => part.includes(`name="${facet}" value="${code}"`))!
		.split('</label>')[0]!;
	return { isChecked: / checked/.test(label), text: textOf(`<label${label}`) };
}

describe('the list with its filters', () => {
	it('is one form that asks for an address', () => {
		const html = listing('');
		expect(html).toMatch(/<form[^>]* id="filter"[^>]* method="get" action="\/regions\/gunma"/);
		expect(html).toMatch(/<input form="filter" type="search" name="q" maxlength="100"/);
		expect(html).toContain('<button type="submit"');
		expect(textOf(html)).toContain('この条件で見る');
	});

	it('has a box for every choice, with how many it would find', () => {
		const html = listing('');
		expect(choice(html, 'category', 'ibasho')).toEqual({ isChecked: false, text: '居場所 1' });
		expect(choice(html, 'municipality', '102024')).toEqual({ isChecked: false, text: '高崎市 2' });
		expect(choice(html, 'ease', 'no-booking').text).toBe('予約不要 1');
	});

	it('keeps what is chosen chosen, and counts what the others would add', () => {
		const html = listing('category=ibasho');
		expect(choice(html, 'category', 'ibasho').isChecked).toBe(true);
		expect(choice(html, 'category', 'family')).toEqual({ isChecked: false, text: '家族会 1' });
		expect(choice(html, 'municipality', '102016').text).toBe('前橋市 0');
	});

	it('says in a sentence what is looked for and how many there are', () => {
		const text = textOf(listing('category=ibasho&municipality=102024'));
		expect(text).toContain('高崎市で、居場所を探しました。 1件あります。');
	});

	it('lets every condition be taken away by a link', () => {
		const html = listing('q=ひだまり&category=ibasho');
		expect(html).toMatch(
			/href="\/regions\/gunma\?category=ibasho"[^>]*aria-label="「ひだまり」をはずす"/
		);
		expect(html).toMatch(/href="\/regions\/gunma\?q=[^"]+"[^>]*aria-label="居場所をはずす"/);
		expect(html).toMatch(/href="\/regions\/gunma"[^>]*>すべてはずす/);
	});

	it('carries the order along when a condition is added', () => {
		expect(listing('sort=checked')).toContain('<input type="hidden" name="sort" value="checked"');
	});

	it('says so when what it shows only resembles the words', () => {
		expect(textOf(listing('q=ひだまい'))).toContain(
			'そのままのことばでは見つからなかったので、似たものを出しています。'
		);
	});

	it('is no dead end when nothing is found', () => {
		const html = listing('category=ibasho&fee=partly', {
			elsewhere: [{ name: 'ほかの地域もふくめて探す', address: '/search?fee=partly', total: 3 }],
			window: '/resources/x'
		});
		const text = textOf(html);
		expect(text).toContain('いまのところ、見つかりませんでした。');
		expect(text).toContain('居場所をはずす （1件）');
		expect(text).toContain('ほかの地域もふくめて探す （3件）');
		for (const href of ['?fee=partly', '/search?fee=partly', '/resources/x', '/guide']) {
			expect(html).toContain(`${href}"`);
		}
	});
});
