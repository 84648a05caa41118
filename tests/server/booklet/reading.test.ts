import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '#lib/server/booklet/made/input.ts';
import { epub, page } from '#lib/server/booklet/reading/forms.ts';
import * as regionFiles from '#lib/server/listings/region-files.ts';
import { load } from '#lib/server/search/crisis.ts';
import { pageScript } from '../../../src/cli/page-script.ts';
import { anyBooklet } from '../../support/booklet.ts';
import { copy, prepared } from '../../support/seeds.ts';

const words = regionFiles.words(copy(prepared), load());
let script: string;
beforeAll(async () => {
	script = await pageScript();
});
const made = (count: number) => page(anyBooklet(count), words, script);
const inside = (html: string, pattern: RegExp) => pattern.exec(html)![1]!;
const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('The one page of a booklet', () => {
	it('weighs at most 3 MB with 500 entries and all words that it is searched with', () => {
		expect(Buffer.byteLength(made(500).html)).toBeLessThan(3_000_000);
	});

	it('may run its own script alone, and load nothing', () => {
		const { html, policy } = made(3);
		const run = inside(html, /<script>([^]*)<\/script>/);
		const style = inside(html, /<style>([^]*?)<\/style>/);
		expect(policy.split('; ')).toEqual([
			"default-src 'none'",
			`script-src ${sha256(run)}`,
			`style-src ${sha256(style)}`,
			'img-src data:',
			"base-uri 'none'",
			"form-action 'none'"
		]);
		expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}"/>`);
		expect(html.match(/<script/g)).toHaveLength(2);
		expect(run + style).not.toMatch(
			/url\(|@import|\bfetch\(|XMLHttpRequest|sendBeacon|localStorage/
		);
	});

	it('is a script of 2018, which needs no module', () => {
		expect(script).not.toMatch(/\?\.[a-zA-Z[(]|\?\?|\bimport\(|\bimport\.meta|\bexport\b|\|\|=/);
	});

	it('has the colours of the website', () => {
		const colours = (file: string) =>
			readFileSync(file, 'utf8')
				.match(/--(?:paper|card|ink|quiet|line|ribbon|ribbon-soft|mark): #[0-9a-f]+/g)!
				.slice(0, 16);
		const own = colours('data/booklet/page/1-reading.css');
		expect(own).toEqual(colours('src/lib/ui/styles/tokens.css'));
	});

	it('is told by its hash, and another one as soon as a word is another', () => {
		const booklet = anyBooklet(3);
		expect(digestOf(booklet)).toBe(digestOf(anyBooklet(3)));
		expect(digestOf({ ...booklet, year: 2027 })).not.toBe(digestOf(booklet));
		expect(made(3).html).toContain(`<code>${digestOf(booklet)}</code>`);
	});

	it('is the same for the same booklet, as is the EPUB', () => {
		expect(made(5).html).toBe(made(5).html);
		expect(Buffer.from(epub(anyBooklet(5))).equals(epub(anyBooklet(5)))).toBe(true);
	});

	it('gives the EPUB of an edition the same name wherever it is made, and each edition its own', () => {
		const nameIn = (year: number) => {
			const booklet = anyBooklet(1);
			const addresses = { ...booklet.addresses, edition: `https://a.example.jp/${year}` };
			return Buffer.from(epub({ ...booklet, addresses })).toString('latin1');
		};
		expect(nameIn(2026)).toBe(nameIn(2026));
		expect(nameIn(2027)).not.toBe(nameIn(2026));
	});
});
