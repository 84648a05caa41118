import type { Delimiter, Line } from './detection.ts';

type Records = { lines: Line[]; oddQuotes: number[]; tooMany: boolean };

/** Longer than any cell; beyond it a quote that opens is taken for a letter. */
const longestQuoted = 200_000;
const mostOddQuotes = 1000;

/**
 * The rows of a text whose lines end in \n, by RFC 4180, and by what a person reads where it is
 * broken: a quote that nothing closes is a letter. csv-parse refuses such a text as a whole, and takes
 * twice as long and 80 MB more for 97,000 rows (`npm run bench -- reading`).
 */
export function recordsOf(
	text: string,
	delimiter: Delimiter,
	mostLines: number,
	onProgress: (done: number) => void = () => {}
): Records {
	const records: Records = { lines: [], oddQuotes: [], tooMany: false };
	const once = onceEach();
	let [at, line] = [0, 1];
	let quote = -1;
	while (at < text.length) {
		const end = next(text, '\n', at);
		if (quote < at) quote = next(text, '"', at);
		if (quote >= end) {
			const own = text.slice(at, end);
			records.lines.push({ line, cells: once(own === '' ? [''] : own.split(delimiter)) });
			at = end + 1;
			line++;
		} else {
			const record = quotedRecord(text, at, delimiter, records.oddQuotes.length < mostOddQuotes);
			records.lines.push({ line, cells: once(record.cells) });
			if (record.odd) records.oddQuotes.push(line);
			at = record.next;
			line += record.lines;
		}
		if (records.lines.length > mostLines) return { ...records, tooMany: true };
		if (records.lines.length % 500 === 0) onProgress(at / text.length);
	}
	return records;
}

const mostKept = 20_000;

/** Most cells repeat: each text is held once, a third of the memory of a large file. */
function onceEach(): (cells: string[]) => string[] {
	const held = new Map<string, string>();
	return (cells) => {
		for (let place = 0; place < cells.length; place++) {
			const cell = cells[place]!;
			if (cell.length > 24) continue;
			const same = held.get(cell);
			if (same !== undefined) cells[place] = same;
			else if (held.size < mostKept) held.set(cell, cell);
		}
		return cells;
	};
}

function next(text: string, sign: string, from: number): number {
	const at = text.indexOf(sign, from);
	return at < 0 ? text.length : at;
}

type Field = { value: string; end: number; odd: boolean };

function quotedRecord(text: string, from: number, delimiter: Delimiter, mayQuote: boolean) {
	const cells: string[] = [];
	let [at, odd, lines] = [from, false, 1];
	for (;;) {
		const quoted = mayQuote && text[at] === '"' ? quotedField(text, at, delimiter) : null;
		const field = quoted ?? plainField(text, at, delimiter);
		cells.push(field.value);
		odd ||= field.odd;
		if (quoted) lines += newlinesIn(field.value);
		if (text[field.end] !== delimiter) return { cells, odd, lines, next: field.end + 1 };
		at = field.end + 1;
	}
}

function plainField(text: string, from: number, delimiter: Delimiter): Field {
	let end = from;
	while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
	const value = text.slice(from, end);
	return { value, end, odd: value.includes('"') };
}

/** null: what opens here is not closed. */
function quotedField(text: string, from: number, delimiter: Delimiter): Field | null {
	let [value, at, odd] = ['', from + 1, false];
	for (;;) {
		const quote = text.indexOf('"', at);
		if (quote < 0 || quote - from > longestQuoted) return null;
		const after = text[quote + 1];
		if (after === '"') {
			value += text.slice(at, quote + 1);
			at = quote + 2;
			continue;
		}
		let end = quote + 1;
		while (text[end] === ' ' && delimiter !== text[end]) end++;
		if (end >= text.length || text[end] === delimiter || text[end] === '\n') {
			return { value: value + text.slice(at, quote), end, odd };
		}
		// A quote in the midst of a line below opens the next cell: this one never closed.
		value += text.slice(at, quote + 1);
		if (value.includes('\n')) return null;
		odd = true;
		at = quote + 1;
	}
}

const newlinesIn = (text: string) => text.split('\n').length - 1;

const delimiters: Delimiter[] = [',', '\t', ';'];

/** Which sign stands in the most lines, as often in each. */
export function delimiterOf(text: string): Delimiter {
	const sample = text.slice(0, 50_000).replace(/"[^"]*"/g, '');
	const lines = sample
		.split('\n')
		.slice(0, 60)
		.filter((line) => line.trim() !== '');
	const scored = delimiters.map((delimiter) => {
		const counts = lines.map((line) => line.split(delimiter).length - 1).filter((n) => n > 0);
		const times = Map.groupBy(counts, (count) => count);
		const alike = Math.max(0, ...[...times.values()].map(({ length }) => length));
		return {
			delimiter,
			score: alike * 10 + counts.length,
			total: counts.reduce((a, b) => a + b, 0)
		};
	});
	scored.sort((a, b) => b.score - a.score || b.total - a.total);
	return scored[0]!.score === 0 ? ',' : scored[0]!.delimiter;
}
