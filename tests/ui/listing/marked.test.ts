import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Marked from '#lib/ui/listing/Marked.svelte';

const html = (text: string, marks: { start: number; end: number }[]) =>
	render(Marked, { props: { text, marks } }).body.replace(/<!--.*?-->| class="[^"]*"/g, '');

it('marks parts of a text and changes no letter of it', () => {
	expect(html('居場所 ひだまり', [{ start: 4, end: 8 }])).toBe('居場所 <mark>ひだまり</mark>');
	expect(html('<b>&', [{ start: 0, end: 1 }])).toBe('<mark>&lt;</mark>b>&amp;');
	expect(html('ひだまり', [])).toBe('ひだまり');
});
