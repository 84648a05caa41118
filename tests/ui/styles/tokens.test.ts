import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const properties = (css: string) =>
	new Map(
		[...css.matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)].map(([, name, value]) => [name!, value!])
	);

const published = properties(
	readFileSync('node_modules/@digital-go-jp/design-tokens/dist/tokens.css', 'utf8')
);
const tokens = readFileSync('src/lib/ui/styles/tokens.css', 'utf8');
const own = properties(tokens);
const styles = globSync('src/**/*.{css,svelte}')
	.map((file) => readFileSync(file, 'utf8'))
	.join('\n');

describe('the tokens', () => {
	const shared = [...own].filter(([name]) => published.has(name));

	it('take their sizes from the design system', () => {
		expect(shared.length).toBeGreaterThan(8);
		for (const [name, value] of shared) expect([name, value]).toEqual([name, published.get(name)]);
	});

	it('are used, every one, and there is no other', () => {
		const used = new Set([...styles.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
		expect([...own.keys()].filter((name) => !used.has(name))).toEqual([]);
		expect([...used].filter((name) => !own.has(name!))).toEqual([]);
	});

	it('hold in the dark every colour that they hold in the light', () => {
		const [light, dark] = tokens.split('prefers-color-scheme: dark').map(properties);
		const isColour = ([, value]: [string, string]) => value.startsWith('#');
		const own = [...light!].filter(isColour).filter(([name]) => !published.has(name));
		expect([...dark!.keys()]).toEqual(own.map(([name]) => name));
	});

	describe.each(['light', 'dark'])('in the %s', (scheme) => {
		const [light, dark] = tokens.split('prefers-color-scheme: dark').map(properties);
		const colour = (name: string) =>
			(scheme === 'dark' ? dark!.get(name) : undefined) ?? light!.get(name)!;

		it.each([
			['--ink', '--paper'],
			['--ink', '--card'],
			['--ink', '--mark'],
			['--ink', '--ribbon-soft'],
			['--quiet', '--paper'],
			['--quiet', '--card'],
			['--quiet', '--ribbon-soft'],
			['--ribbon', '--paper'],
			['--ribbon', '--card'],
			['--ribbon', '--ribbon-soft'],
			['--paper', '--ribbon']
		])('%s can be read on %s', (front, back) => {
			expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(4.5);
		});
	});
});

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
	const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(hex: string): number {
	const full =
		hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g)!;
	const [red, green, blue] = full.map((pair) => {
		const part = parseInt(pair, 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
