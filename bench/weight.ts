import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';

export type Weight = { html: number; css: number; js: number; total: number };

/**
 * Bytes, as sent with gzip, of a page and of every style and script that it comes with; and of
 * those that come later, with the scripts that have one of the words of `later` in them.
 */
export async function weigh(url: string, later: readonly string[] = []): Promise<Weight> {
	const html = await ask(url);
	const css = new Set(addresses(html.text, /<link[^>]+href="([^"]+\.css)"/g, url));
	const js = new Map<string, number>();
	// Of the pages' own parts kit asks for those it names, and always for 0 and 1 (layout and error).
	const named = /node_ids: \[([\d, ]+)\]/.exec(html.text)?.[1]?.split(', ') ?? [];
	const nodes = ['0', '1', ...named];
	const waiting = addresses(
		html.text,
		/(?:href|src)="([^"]+\.js)"|import\(["']([^"']+\.js)["']\)/g,
		url
	);
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		if (js.has(next)) continue;
		const { bytes, text } = await ask(next);
		js.set(next, bytes);
		for (const script of later.length > 0 ? addresses(text, dynamic, next) : []) {
			const { text: code } = await ask(script);
			if (js.has(script) || !later.some((word) => code.includes(word))) continue;
			waiting.push(script);
			for (const style of addresses(text, /"([^"]+\.css)"/g, next)) css.add(style);
		}
		waiting.push(
			...addresses(text, /(?:from|import) ?["'`](\.[^"'`]+\.js)["'`]/g, next),
			...addresses(text, dynamic, next).filter((address) =>
				nodes.some((node) => address.includes(`/nodes/${node}.`))
			)
		);
	}
	const styles = await Promise.all([...css].map(ask));
	const weight = {
		html: html.bytes,
		css: sum(styles.map(({ bytes }) => bytes)),
		js: sum([...js.values()])
	};
	return { ...weight, total: weight.html + weight.css + weight.js };
}

const dynamic = /import\(["'`]([^"'`]+\.js)["'`]\)/g;

const addresses = (code: string, pattern: RegExp, base: string) =>
	[...code.matchAll(pattern)].map(([, one, other]) => new URL((one ?? other)!, base).href);

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** Not `fetch`, which does not say how many bytes came. */
function ask(url: string): Promise<{ bytes: number; text: string }> {
	const headers = { accept: 'text/html, */*', 'accept-encoding': 'gzip' };
	return new Promise((resolve, reject) => {
		get(url, { headers }, (response) => {
			const parts: Buffer[] = [];
			response.on('error', reject);
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () => {
				const body = Buffer.concat(parts);
				const isGzip = response.headers['content-encoding'] === 'gzip';
				resolve({ bytes: body.length, text: String(isGzip ? gunzipSync(body) : body) });
			});
		}).on('error', reject);
	});
}
