import { pinWidth, type Drawing } from './drawing.ts';
import { escape } from './land.ts';

/** Ink on paper; what a printer without colours keeps apart. */
export const paper = {
	white: '#ffffff',
	sea: '#dbe6ee',
	river: '#7aa3bf',
	line: '#a39d92',
	ink: '#1a1a1a',
	quiet: '#5c574f'
};
type Paper = { title: string; font: string };

const letter = 13;
const pinHeight = 26;

/** A drawing as a whole SVG document, for what is printed: the booklet, a handout. */
export function svgOf(drawing: Drawing, { title, font }: Paper): string {
	const { width, height, labels, areas, pins, scale } = drawing;
	const text = (words: string, x: number, y: number, more = '') =>
		`<text x="${round(x)}" y="${round(y + letter * 0.36)}" text-anchor="middle"${more}>${escape(words)}</text>`;
	const parts = [
		`<rect width="${width}" height="${height}" fill="${paper.white}"/>`,
		...groundOf(drawing),
		...areas.map(
			({ x, y, radius }) =>
				`<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${paper.white}" fill-opacity="0.6" stroke="${paper.quiet}" stroke-dasharray="3 3"/>`
		),
		...labels.map(({ text: words, x, y }) =>
			text(
				words,
				x,
				y,
				` fill="${paper.quiet}" stroke="${paper.white}" stroke-width="3" paint-order="stroke"`
			)
		),
		...pins.map(({ x, y, text: words }) => {
			const wide = pinWidth(words);
			return `<rect x="${round(x - wide / 2)}" y="${round(y - pinHeight / 2)}" width="${round(wide)}" height="${pinHeight}" rx="${pinHeight / 2}" fill="${paper.white}" stroke="${paper.ink}" stroke-width="1.5"/>${text(words, x, y, ' font-weight="bold"')}`;
		}),
		`<path d="M16 ${height - 16}v4h${round(scale.pixels)}v-4" fill="none" stroke="${paper.quiet}" stroke-width="1.5"/>`,
		`<text x="${round(24 + scale.pixels)}" y="${height - 9}" fill="${paper.quiet}">${scale.kilometres}km</text>`
	];
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${escape(font)}" font-size="${letter}" fill="${paper.ink}"><title>${escape(title)}</title>${parts.join('')}</svg>`;
}

function groundOf({ ground, width, height }: Drawing): string[] {
	const { land, edges, rivers, railways } = ground;
	if (land.length === 0) return [];
	const line = (paths: readonly string[], more: string) =>
		paths.length > 0 ? [`<path d="${paths.join('')}" fill="none" ${more}/>`] : [];
	return [
		`<rect width="${width}" height="${height}" fill="${paper.sea}"/>`,
		`<path d="${land.join('')}" fill="${paper.white}" fill-rule="evenodd" stroke="${paper.line}" stroke-width="0.5"/>`,
		...line(edges, `stroke="${paper.line}" stroke-width="1.2"`),
		...line(rivers, `stroke="${paper.river}" stroke-width="1.5"`),
		...line(railways, `stroke="${paper.quiet}" stroke-width="2.5" stroke-dasharray="6 4"`)
	];
}

const round = (pixels: number) => Number(pixels.toFixed(1));
