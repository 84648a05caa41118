import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Reach from '#lib/ui/staff/Reach.svelte';

test('What stands in a field of several lines is in the page without scripts', () => {
	const props = { everywhere: false, chosen: [], regions: [], issues: {} };
	const { body } = render(Reach, {
		props: { ...props, role: 'partner', organizations: 'ひまわり会\n<たんぽぽ>' }
	});
	expect(body).toMatch(/<textarea[^>]*>ひまわり会\n&lt;たんぽぽ(>|&gt;)<\/textarea>/);
	const empty = render(Reach, { props: { ...props, role: 'partner', organizations: '' } });
	expect(empty.body).toMatch(/<textarea[^>]*><\/textarea>/);
});
