/** Well-formed XHTML, in which all that somebody typed is escaped. */
export type Markup = { readonly xhtml: string };
type Value = string | number | Markup | null | readonly Value[];

/** A template whose values are words, which are escaped, or markup. Null is nothing. */
export const xhtml = (parts: TemplateStringsArray, ...values: Value[]): Markup => ({
	xhtml: parts.reduce((all, part, at) => all + written(values[at - 1]!) + part)
});

function written(value: Value): string {
	if (value === null) return '';
	if (typeof value === 'string') return escaped(value);
	if (typeof value === 'number') return String(value);
	return 'xhtml' in value ? value.xhtml : value.map(written).join('');
}

/** What XML 1.0 (2.2) allows, without control characters, and without what turns the letters that follow. */
const illegal =
	/[^\t\n\u{20}-\u{7e}\u{a0}-\u{2029}\u{202f}-\u{2065}\u{206a}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

export const legal = (words: string): string => words.replace(/\r\n?/g, '\n').replace(illegal, '');

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escaped = (words: string): string =>
	legal(words).replace(/[&<>"]/g, (one) => escapes[one]!);

/** Words as they were broken into lines. */
export const inLines = (words: string): Markup => {
	const lines = legal(words).trim().split(/\n+/);
	return xhtml`${lines.map((line, at) => (at > 0 ? xhtml`<br/>${line}` : line))}`;
};

/** A heading of that level. */
export const heading = (level: number, id: string, words: Markup | string): Markup => {
	const tag: Markup = { xhtml: `h${level}` };
	return xhtml`<${tag} id="${id}">${words}</${tag}>`;
};
