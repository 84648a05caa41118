import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { rowOf } from '#lib/domain/listing/row.ts';
import { names } from '#lib/server/regions/names.ts';
import { markupOf } from '#lib/ui/listing/sent/markup.ts';
import Row from '#lib/ui/listing/Row.svelte';
import { content, places, world } from '../../support/world.ts';
import { textOf } from '../../support/text.ts';

const named = names(world().db);
const row = {
	...rowOf('here', publicContent(places.hidamari), null, named),
	region: 'gunma',
	number: 3
};

describe('The rows of a list as HTML', () => {
	it('say what the component says, without the comments of hydration', () => {
		const html = markupOf([row]);
		expect(textOf(html)).toBe(textOf(render(Row, { props: { row, choosable: true } }).body));
		expect(html).toMatch(/^<li/);
		expect(html).not.toContain('<!--');
	});

	it('can be ticked to be compared, those of an edition not', () => {
		expect(markupOf([row])).toContain('form="compare"');
		expect(markupOf([row], { query: '?edition=gunma-2026' })).not.toContain('form="compare"');
	});

	it('write every value as text, whatever it holds', () => {
		const odd = '<img src=x onerror=alert(1)> --> <!-- " onclick="x';
		const summary = `${odd}</li>`;
		const bare = publicContent(content({ name: odd, summary }));
		const html = markupOf([
			{ ...rowOf('"><b>', bare, null, named), kana: odd, who: odd, fee: odd }
		]);
		expect(html).not.toMatch(/<(img|b)\b|<!--|" onclick="x"/);
		expect(html.match(/<\/li>/g)).toHaveLength(1);
		expect(textOf(html).split(odd).length - 1).toBe(5);
	});

	it('depend on where the list is, though a row is made once for each', () => {
		const region = { name: 'ぐんま', fictional: true };
		const [here, printed, among] = [
			markupOf([row]),
			markupOf([row], { query: '?edition=gunma-2026' }),
			markupOf([row], { regions: { gunma: region } })
		];
		expect(here).toContain('href="/resources/here"');
		expect(printed).toContain('href="/resources/here?edition=gunma-2026"');
		expect(among).toContain('架空の見本');
		expect(here).not.toContain('架空の見本');
		expect(markupOf([row])).toBe(here);
	});
});
