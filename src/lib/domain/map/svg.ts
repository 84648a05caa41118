import { pinWidth, type Drawing } from './drawing.ts';

/** Ink on paper; what a printer without colours keeps apart. */
export const paper = {
	water: '#ffffff',
	land: '#f1eee8',
	line: '#b9b3a8',
	ink: '#1a1a1a',
	quiet: '#5c574f'
};
type Paper = {
	title: string;
	font: string;
	/** Of the drawing's bounds (`landPaths`); squared paper where there is none. */
	land: readonly string[];
};

const letter = 13;
const pinHeight = 26;

/** A drawing as a whole SVG document, for what is printed: the booklet, a handout. */
export function svgOf(drawing: Drawing, { title, font, land }: Paper): string {
	const { width, height, grid, labels, areas, pins, scale } = drawing;
	const text = (words: string, x: number, y: number, more = '') =>
		`<text x="${round(x)}" y="${round(y + letter * 0.36)}" text-anchor="middle"${more}>${escape(words)}</text>`;
	const lines = [
		...grid.x.map((x) => `M${x} 0V${height}`),
		...grid.y.map((y) => `M0 ${y}H${width}`)
	];
	const ground =
		land.length > 0
			? `<path d="${land.join('')}" fill="${paper.land}" fill-rule="evenodd" stroke="${paper.line}" stroke-width="0.8"/>`
			: `<path d="${lines.join('')}" fill="none" stroke="${paper.line}" stroke-width="0.6"/>`;
	const parts = [
		`<rect width="${width}" height="${height}" fill="${paper.water}"/>`,
		ground,
		...areas.map(
			({ x, y, radius }) =>
				`<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${paper.water}" fill-opacity="0.6" stroke="${paper.quiet}" stroke-dasharray="3 3"/>`
		),
		...labels.map(({ text: words, x, y }) => text(words, x, y, ` fill="${paper.quiet}"`)),
		...pins.map(({ x, y, text: words }) => {
			const wide = pinWidth(words);
			return `<rect x="${round(x - wide / 2)}" y="${round(y - pinHeight / 2)}" width="${round(wide)}" height="${pinHeight}" rx="${pinHeight / 2}" fill="${paper.water}" stroke="${paper.ink}" stroke-width="1.5"/>${text(words, x, y, ' font-weight="bold"')}`;
		}),
		`<path d="M16 ${height - 16}v4h${round(scale.pixels)}v-4" fill="none" stroke="${paper.quiet}" stroke-width="1.5"/>`,
		`<text x="${round(24 + scale.pixels)}" y="${height - 9}" fill="${paper.quiet}">${scale.kilometres}km</text>`
	];
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${escape(font)}" font-size="${letter}" fill="${paper.ink}"><title>${escape(title)}</title>${parts.join('')}</svg>`;
}

const round = (pixels: number) => Number(pixels.toFixed(1));

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escape = (words: string) => words.replace(/[&<>"]/g, (one) => escapes[one]!);
