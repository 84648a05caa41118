import { gzipSync } from 'node:zlib';

export type Weight = { html: number; css: number; js: number; total: number };

/** Bytes, gzip, of a page and of every style and script that it asks for at once. */
export async function weigh(url: string): Promise<Weight> {
	const html = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
	const addresses = (pattern: RegExp) => [
		...new Set([...html.matchAll(pattern)].map(([, address]) => new URL(address!, url).href))
	];
	const css = addresses(/<link[^>]+href="([^"]+\.css)"/g);
	const js = addresses(/(?:href="|src="|import\(")([^"]+\.js)"/g);
	const weight = {
		html: gzipSync(html).length,
		css: await together(css),
		js: await together(js)
	};
	return { ...weight, total: weight.html + weight.css + weight.js };
}

async function together(addresses: string[]): Promise<number> {
	const sizes = await Promise.all(
		addresses.map(async (address) => gzipSync(await (await fetch(address)).bytes()).length)
	);
	return sizes.reduce((sum, size) => sum + size, 0);
}
