/**
 * A reader of RFC 4180 and of nothing else, which shares no code with the product: every record ends
 * in CRLF, has as many cells as the first one, and a quote, comma or line's end stands only in quotes.
 */
export function readStrictly(text: string): string[][] {
	if (!text.startsWith('\ufeff')) throw new Error('no byte order mark');
	const records: string[][] = [];
	let record: string[] = [];
	let at = 1;
	while (at < text.length) {
		const [cell, next] = text[at] === '"' ? quoted(text, at + 1) : bare(text, at);
		record.push(cell);
		if (text[next] === ',') {
			at = next + 1;
			if (at === text.length) throw new Error('the file ends after a comma');
			continue;
		}
		if (text.slice(next, next + 2) !== '\r\n') throw new Error(`no CRLF at ${next}`);
		records.push(record);
		if (record.length !== records[0]!.length) {
			throw new Error(`record ${records.length} has ${record.length} cells`);
		}
		record = [];
		at = next + 2;
	}
	return records;
}

function bare(text: string, from: number): [string, number] {
	let at = from;
	while (at < text.length && text[at] !== ',' && text.slice(at, at + 2) !== '\r\n') {
		if (/["\r\n]/.test(text[at]!)) throw new Error(`${JSON.stringify(text[at])} at ${at}`);
		at++;
	}
	return [text.slice(from, at), at];
}

function quoted(text: string, from: number): [string, number] {
	let cell = '';
	for (let at = from; at < text.length; at++) {
		if (text[at] !== '"') cell += text[at];
		else if (text[at + 1] === '"') cell += text[at++];
		else return [cell, at + 1];
	}
	throw new Error(`the quotes at ${from - 1} are not closed`);
}
