import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Chips from '#lib/ui/listing/Chips.svelte';

it('crawlers are told not to walk through conditions', () => {
	const chips = [{ name: '居場所', address: '?need=x' }];
	const { body } = render(Chips, { props: { path: '/search', chips, all: '' } });
	expect(body).toMatch(/<a href="\/search\?need=x" rel="nofollow"/);
	const rules = readFileSync('static/robots.txt', 'utf8').split('\n');
	expect(rules).toContain('Disallow: /*?');
	// Else the places after the first thirty would not be found.
	expect(rules).toContain('Allow: /*?page=');
});
