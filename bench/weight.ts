import { gzipSync } from 'node:zlib';

export type Weight = { html: number; css: number; js: number; total: number };

/** Bytes, gzip, of a page and of every style and script that it comes with. */
export async function weigh(url: string): Promise<Weight> {
	const html = await text(url);
	const css = new Set(addresses(html, /<link[^>]+href="([^"]+\.css)"/g, url));
	const js = new Map<string, string>();
	// Of the pages' own parts kit asks for those it names, and always for 0 and 1 (layout and error).
	const nodes = ['0', '1', ...(/node_ids: \[([\d, ]+)\]/.exec(html)?.[1]?.split(', ') ?? [])];
	const waiting = addresses(html, /(?:href|src)="([^"]+\.js)"|import\("([^"]+\.js)"\)/g, url);
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		if (js.has(next)) continue;
		const code = await text(next);
		js.set(next, code);
		waiting.push(
			...addresses(code, /(?:from|import) ?["'`](\.[^"'`]+\.js)["'`]/g, next),
			...addresses(code, /import\(["'`]([^"'`]+\.js)["'`]\)/g, next).filter((address) =>
				nodes.some((node) => address.includes(`/nodes/${node}.`))
			)
		);
	}
	const weight = {
		html: gzipSync(html).length,
		css: sum(await Promise.all([...css].map(text))),
		js: sum([...js.values()])
	};
	return { ...weight, total: weight.html + weight.css + weight.js };
}

const text = async (url: string) =>
	(await fetch(url, { headers: { accept: 'text/html, */*' } })).text();

const addresses = (code: string, pattern: RegExp, base: string) =>
	[...code.matchAll(pattern)].map(([, one, other]) => new URL((one ?? other)!, base).href);

const sum = (parts: string[]) => parts.reduce((bytes, part) => bytes + gzipSync(part).length, 0);
