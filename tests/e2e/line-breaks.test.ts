import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { goTo, launch, newPage } from '../support/browser.ts';
import type { Browser } from 'playwright-core';

let app: App;
let browser: Browser;
let place: string;
beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), launch()]);
	const found = (await (await fetch(`${app.url}/api/search`)).json()) as {
		results: { id: string }[];
	};
	place = `/resources/${found.results[0]!.id}`;
});
afterAll(async () => {
	await browser.close();
	await app.stop();
});

/** What the pages are written of; browsers that break lines by phrases take some words for two. */
const words = [
	...['探す', '探し', '確かめ', '途中', '大丈夫', '一緒', '次の', '違う', '開く', '続き', '選ぶ'],
	...['とき', 'ところ', 'ことば', 'いつ', 'いま', 'だれ', 'どこ', 'はじめ', 'ほか', 'しおり'],
	...['です', 'ます', 'ました', 'ません', 'ください', 'している', 'できる', 'かまいません'],
	...['居場所', '当事者会', '家族会', '窓口', '相談', '予約', '地域', '年度版', '未確認', '費用'],
	...['電話', 'メール', 'オンライン', '印刷', '見学', '家族', '本人', '場所', '案内', '設定']
];

const pages = () => [
	...['/', '/about', '/guide', '/now', '/bookmarks', '/memo', '/rest', '/settings', '/privacy'],
	...['/policy', '/handout', '/search', '/search?q=見つからないことば', '/nowhere'],
	...['/regions/sakura', '/regions/sakura/2025', '/regions/sakura/files'],
	...[place, `${place}/letter`, `${place}/report`, '/regions/sakura/poster']
];

it.each([320, 390, 1280])('At %i px no line ends within a word', async (width) => {
	const page = await newPage(browser, {
		viewport: { width, height: 900 },
		expected: /404/,
		javaScriptEnabled: false
	});
	const split: string[] = [];
	for (const path of pages()) {
		await goTo(page, app.url + path);
		for (const one of await page.evaluate(splitWords, words)) split.push(`${path}: ${one}`);
	}
	expect(split, split.join('\n')).toEqual([]);
	await page.context().close();
});

/** Of the words those that stand on two lines, with what is around them. */
function splitWords(words: string[]): string[] {
	const any = new RegExp(words.join('|'), 'g');
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const range = document.createRange();
	const found: string[] = [];
	while (walker.nextNode()) {
		const node = walker.currentNode as Text;
		for (const { 0: word, index } of node.data.matchAll(any)) {
			range.setStart(node, index);
			range.setEnd(node, index + word.length);
			const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
			const tops = new Set(lines.map(({ top }) => Math.round(top)));
			if (tops.size > 1) found.push(node.data.slice(Math.max(0, index - 12), index + 16).trim());
		}
	}
	return found;
}
