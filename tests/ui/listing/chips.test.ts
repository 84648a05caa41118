import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Chips from '#lib/ui/listing/Chips.svelte';
import Nothing from '#lib/ui/listing/Nothing.svelte';
import Pages from '#lib/ui/listing/Pages.svelte';

const unfollowed = /<a\b(?=[^>]*href="[^"]*\?)(?![^>]*rel="[^"]*nofollow)[^>]*>/g;

it('crawlers are told not to walk through conditions', () => {
	const chips = [
		{ name: '居場所', address: '?need=x' },
		{ name: '無料', address: '?category=y' }
	];
	const all = '?sort=checked';
	const { body } = render(Chips, { props: { path: '/search', chips, all } });
	expect(body).toMatch(/<a href="\/search\?need=x" rel="nofollow"/);
	expect(body.match(unfollowed)).toBeNull();
});

it('nor through the looser questions where nothing is found', () => {
	const steps = [{ name: '予約不要をはずす', address: '?need=x', total: 1 }];
	const elsewhere = [{ name: 'ほかの地域', address: '/search?need=x', total: 1 }];
	const props = { path: '/search', steps, all: '?sort=checked', elsewhere, window: null };
	const { body } = render(Nothing, { props });
	expect(body).toContain('/search?need=x');
	expect(body.match(unfollowed)).toBeNull();
});

it('but from page to page of a whole list', () => {
	const links = (query: string) => ({
		...{ sorts: [], views: [], all: '', own: '', previous: query, next: `${query}&page=3` },
		pages: [1, 2].map((number) => ({
			...{ number, address: `?page=${number}`, isCurrent: false, isAfterGap: false }
		}))
	});
	const rels = (query: string) => {
		const props = { path: '/search', links: { ...links(query), next: null } };
		return render(Pages, { props }).body.match(/rel="[^"]*"/g);
	};
	expect(rels('?page=1')).toEqual(['rel="prev"']);
	expect(rels('?category=x&page=1')).toEqual(['rel="prev nofollow"']);
});
