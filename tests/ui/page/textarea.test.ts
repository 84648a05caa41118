import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Textarea from '#lib/ui/page/Textarea.svelte';

test('a field of several lines is filled without scripts', () => {
	const { body } = render(Textarea, {
		props: { id: 'note', name: 'note', rows: 2, value: '一行目\n<二行目>' }
	});
	expect(body).toMatch(
		/<textarea id="note" name="note"[^>]*>一行目\n&lt;二行目(&gt;|>)<\/textarea>/
	);
});
