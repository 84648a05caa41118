/** As Excel shows it: 15 digits, without exponent and thousands marks. */
function numberText(value: number): string {
	if (Number.isInteger(value))
		return Math.abs(value) < 1e21 ? String(value) : String(BigInt(value));
	const shown = Number(value.toPrecision(15));
	const text = String(shown);
	if (!text.includes('e')) return text;
	return shown.toFixed(20).replace(/0+$/, '');
}

type Token = { literal: string } | { digit: '0' | '#' | '?' } | { whole: true } | { percent: true };

/** A number by its format: `000000` keeps its zeros, `0"人"` its word. */
export function formattedNumber(value: number, format: string | undefined): string {
	if (!format || /^(general|g\/標準|@)$/i.test(format)) return numberText(value);
	const section = sectionOf(value, format);
	const tokens = tokensOf(section);
	if (tokens === null) return numberText(value);
	if (tokens.some((token) => 'percent' in token)) return `${numberText(value * 100)}%`;
	const size = Math.abs(value);
	const sign = value < 0 && section === format.split(';')[0] ? '-' : '';
	const isWhole = tokens.some((token) => 'whole' in token) || !Number.isInteger(value);
	return (
		sign + (isWhole ? around(tokens, numberText(size)) : filled(tokens, numberText(size))).trim()
	);
}

/** `[<=999]000;000\-0000`, or positive;negative;zero. */
function sectionOf(value: number, format: string): string {
	const sections = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
	const conditional = sections.find((section) => {
		const [, sign, limit] = /^(?:\[[^\]<>=]*\])*\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/.exec(section) ?? [];
		return sign !== undefined && holds(value, sign, Number(limit));
	});
	if (conditional !== undefined) return conditional;
	if (/\[[<>=]/.test(format))
		return sections.find((section) => !/\[[<>=]/.test(section)) ?? 'General';
	if (value < 0 && sections[1] !== undefined) return sections[1];
	return value === 0 && sections[2] !== undefined ? sections[2] : sections[0]!;
}

function holds(value: number, sign: string, limit: number): boolean {
	if (sign === '<=') return value <= limit;
	if (sign === '>=') return value >= limit;
	if (sign === '<') return value < limit;
	if (sign === '>') return value > limit;
	return sign === '=' ? value === limit : value !== limit;
}

/** null: a fraction, an exponent or what is not known. */
function tokensOf(section: string): Token[] | null {
	const tokens: Token[] = [];
	const pattern =
		/\[[^\]]*\]|_.|\*.|"([^"]*)"|\\(.)|(general|g\/標準)|(\.[0#?]*)|([0#?])|(,)|(%)|([eE][-+]|\/|@)|(.)/giu;
	for (const match of section.matchAll(pattern)) {
		const [, quoted, escaped, whole, , digit, , percent, unknown, other] = match;
		if (unknown) return null;
		if (whole) tokens.push({ whole: true });
		else if (digit) tokens.push({ digit: digit as '0' | '#' | '?' });
		else if (percent) tokens.push({ percent: true });
		else tokens.push({ literal: quoted ?? escaped ?? other ?? '' });
	}
	return tokens.some((token) => 'digit' in token || 'whole' in token || 'percent' in token) ||
		section.trim() === '"-"'
		? tokens
		: null;
}

/** The words before and behind, and all of the number between. */
function around(tokens: Token[], digits: string): string {
	let done = false;
	return tokens.reduce((text, token) => {
		if ('literal' in token) return text + token.literal;
		if (done) return text;
		done = true;
		return text + digits;
	}, '');
}

/** Each place takes a digit from the right, the first takes what is left. */
function filled(tokens: Token[], digits: string): string {
	let left = digits;
	let text = '';
	const first = tokens.findIndex((token) => 'digit' in token);
	for (let at = tokens.length - 1; at >= 0; at--) {
		const token = tokens[at]!;
		if ('literal' in token) text = token.literal + text;
		if (!('digit' in token)) continue;
		if (at === first) {
			text = (left === '' && token.digit === '0' ? '0' : left) + text;
		} else if (left === '') {
			text = (token.digit === '0' ? '0' : '') + text;
		} else {
			text = left.at(-1)! + text;
			left = left.slice(0, -1);
		}
	}
	return text;
}
