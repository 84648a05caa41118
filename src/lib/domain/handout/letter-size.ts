/** How large the letters of the person's page can be, so that it stays one page. */
export type LetterSize = 'large' | 'medium' | 'small';

/** Full-width letters to a line, and lines that texts may take, at 13, 11.5 and 10 points on A4. */
const pages: { size: LetterSize; perLine: number; lines: number }[] = [
	{ size: 'large', perLine: 36, lines: 22 },
	{ size: 'medium', perLine: 41, lines: 30 },
	{ size: 'small', perLine: 48, lines: 42 }
];

/** null: too much even for the smallest; then texts have to be shortened. */
export function letterSizeFor(texts: readonly (string | null)[]): LetterSize | null {
	const fits = pages.find(({ perLine, lines }) => linesOf(texts, perLine) <= lines);
	return fits?.size ?? null;
}

const linesOf = (texts: readonly (string | null)[], perLine: number): number =>
	texts
		.flatMap((text) => (text ? text.split('\n') : []))
		.reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / perLine)), 0);

export const continued = '（つづきは、QRの先のページに）';

/** Whole sentences, as many as have room; what is left out is said to be left out. */
export function shortened(text: string, most: number): string {
	if ([...text].length <= most) return text;
	const letters = [...text].slice(0, most).join('');
	const end = Math.max(letters.lastIndexOf('。'), letters.lastIndexOf('\n'));
	return `${letters.slice(0, end > 0 ? end + 1 : most).trimEnd()}${end > 0 ? '' : '…'}${continued}`;
}
