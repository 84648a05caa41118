import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Chips from '#lib/ui/listing/Chips.svelte';
import Nothing from '#lib/ui/listing/Nothing.svelte';

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
