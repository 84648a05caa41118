/** Lists inside one cell: a backslash keeps a separator from separating, `\n` is a new line. */
const escape = (part: string): string => part.replace(/[\\;|]/g, '\\$&').replaceAll('\n', '\\n');

const unescape = (part: string): string =>
	part.replace(/\\(.)/gsu, (_, letter: string) => (letter === 'n' ? '\n' : letter));

/** The parts between separators, escapes still in them. */
function split(text: string, separator: string): string[] {
	const parts = [''];
	for (let at = 0; at < text.length; at++) {
		const letter = text[at]!;
		if (letter === separator) parts.push('');
		else if (letter === '\\') parts[parts.length - 1] += letter + (text[++at] ?? '');
		else parts[parts.length - 1] += letter;
	}
	return parts.map((part) => part.trim());
}

export const writeLines = (items: string[]): string =>
	items.map((item) => item.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')).join('\n');

export const readLines = (cell: string): string[] =>
	split(cell, '\n').filter(Boolean).map(unescape);

/** A list of things that have parts: `000-0000-0000|受付;000-0000-0001`. */
export const writeParts = (items: (string | null)[][]): string =>
	items
		.map((parts) => {
			const said = parts.slice(0, parts.findLastIndex((part) => part) + 1);
			return said.map((part) => escape(part ?? '')).join('|');
		})
		.join(';');

export const readParts = (cell: string): (string | null)[][] =>
	split(cell, ';')
		.filter(Boolean)
		.map((item) => split(item, '|').map((part) => unescape(part) || null));

/** What a spreadsheet may pass over before it looks for a sign. */
const unseen = /^['\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}]*/u;

/** In any width or height: ＝ ﹦ ⁼ as well as =. */
function isFormula(cell: string): boolean {
	const [before] = unseen.exec(cell)!;
	const first = cell.charAt(before.length).normalize('NFKC');
	return /[\t\r]/.test(before) || /^[=+\-−@|%]/.test(first);
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it… */
export const guard = (cell: string): string => (isFormula(cell) ? `'${cell}` : cell);

/** …and loses it when it comes back. */
export const unguard = (cell: string): string =>
	cell.startsWith("'") && isFormula(cell) ? cell.slice(1) : cell;

/** A cell that is a text by its type runs nothing; only an apostrophe of its own must not be taken for ours. */
export const guardTyped = (cell: string): string => (unguard(cell) === cell ? cell : `'${cell}`);
