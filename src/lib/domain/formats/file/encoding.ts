import { finding, type Encoding, type Problems } from './detection.ts';
import type { Finding } from '#lib/domain/formats/format.ts';

type Decoded = { text: string; encoding: Encoding; warnings: Finding[] };

const labels: Record<Encoding, string> = {
	'utf-8': 'utf-8',
	// What the web calls Shift_JIS is Microsoft's kind of it, CP932.
	cp932: 'shift_jis',
	'utf-16le': 'utf-16le',
	'utf-16be': 'utf-16be'
};
const names: Record<Encoding, string> = {
	'utf-8': 'UTF-8',
	cp932: 'シフトJIS（CP932）',
	'utf-16le': 'UTF-16',
	'utf-16be': 'UTF-16'
};
const replacement = '\ufffd';

/** The text of a file: as its mark says, as a person says, or as what its bytes make sense. */
export function decode(bytes: Uint8Array, chosen?: Encoding): Decoded | Problems {
	if (chosen) return readAs(chosen, bytes, []);
	const marked = markOf(bytes) ?? unmarkedUtf16(bytes);
	if (marked) return readAs(marked, bytes, []);
	const text = strictly('utf-8', bytes);
	if (text !== null) return { text, encoding: 'utf-8', warnings: [] };
	if (isMostly('utf-8', bytes, 9)) return readAs('utf-8', bytes, []);
	if (strictly('cp932', bytes) === null && !isMostly('cp932', bytes, 50)) {
		const message = '文字コードがわかりません。UTF-8かシフトJISのCSVにしてください。';
		return { problems: [finding(message, { kind: 'encoding' })] };
	}
	const message = 'UTF-8ではないので、シフトJIS（CP932）として読みました。';
	return readAs('cp932', bytes, [finding(message, { kind: 'encoding' })]);
}

const mostBroken = 20;

function readAs(encoding: Encoding, bytes: Uint8Array, told: Finding[]): Decoded | Problems {
	const text = new TextDecoder(labels[encoding]).decode(bytes);
	if (!text.includes(replacement)) return { text, encoding, warnings: told };
	const broken = encoding === 'utf-8' ? badBytes(bytes) : brokenLines(text, names[encoding]);
	// One letter that was cut off is damage; many are another encoding.
	if (broken.length > mostBroken) return { problems: broken.slice(0, mostBroken) };
	return { text, encoding, warnings: [...told, ...broken] };
}

function markOf(bytes: Uint8Array): Encoding | null {
	const [first, second, third] = bytes;
	if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	return null;
}

/** Commas, tabs and ends of lines have a zero for their other half. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
	const start = bytes.subarray(0, 65_536);
	if (bytes.length % 2 !== 0 || !start.includes(0)) return null;
	const isSign = (byte: number | undefined) => byte === 0x2c || byte === 0x09 || byte === 0x0a;
	let [little, big] = [0, 0];
	for (let at = 0; at + 1 < start.length; at += 2) {
		if (start[at + 1] === 0 && isSign(start[at])) little++;
		if (start[at] === 0 && isSign(start[at + 1])) big++;
	}
	if (Math.max(little, big) * 100 < start.length / 2) return null;
	return little >= big ? 'utf-16le' : 'utf-16be';
}

function strictly(encoding: Encoding, bytes: Uint8Array): string | null {
	try {
		return new TextDecoder(labels[encoding], { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** For each letter that breaks there are so many beyond ASCII that do not. */
function isMostly(encoding: Encoding, bytes: Uint8Array, times: number): boolean {
	const text = new TextDecoder(labels[encoding]).decode(bytes);
	let [bad, good] = [0, 0];
	for (const letter of text) {
		if (letter === replacement) bad++;
		else if (letter > '\u009f') good++;
	}
	return markOf(bytes) === encoding || (good > 0 && good >= bad * times);
}

function brokenLines(text: string, name: string): Finding[] {
	const broken: Finding[] = [];
	for (const [at, own] of text.split('\n').entries()) {
		const place = own.indexOf(replacement);
		if (place < 0) continue;
		const message = `この行の${place + 1}文字目に、${name}の文字にならないところがあります。「${replacement}」と読みました。`;
		const found = own.slice(Math.max(0, place - 12), place) || null;
		broken.push(finding(message, { line: at + 1, kind: 'encoding', found }));
		if (broken.length > mostBroken) break;
	}
	return broken;
}

/** The first byte of each line that no letter of UTF-8 can have there. */
function badBytes(bytes: Uint8Array): Finding[] {
	const broken: Finding[] = [];
	let from = 0;
	for (let line = 1; from < bytes.length && broken.length <= mostBroken; line++) {
		const end = bytes.indexOf(0x0a, from);
		const own = bytes.subarray(from, end < 0 ? bytes.length : end);
		const at = firstBad(own);
		if (at !== null) {
			const before = new TextDecoder('utf-8').decode(own.subarray(0, at));
			const byte = own[at]!.toString(16).toUpperCase().padStart(2, '0');
			const message = `この行の${at + 1}バイト目（${[...before].length + 1}文字目）に、UTF-8の文字にならないバイト（0x${byte}）があります。「${replacement}」と読みました。`;
			const found = [...before].slice(-12).join('') || null;
			broken.push(finding(message, { line, kind: 'encoding', found }));
		}
		from += own.length + 1;
	}
	return broken;
}

/** Index of the first byte of what is no letter. */
function firstBad(bytes: Uint8Array): number | null {
	if (strictly('utf-8', bytes) !== null) return null;
	let [good, bad] = [0, bytes.length];
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (isBeginning(bytes.subarray(0, middle))) good = middle;
		else bad = middle;
	}
	// The bytes before may be the beginning of a letter that then breaks off.
	while (good > 0 && strictly('utf-8', bytes.subarray(0, good)) === null) good--;
	return good;
}

function isBeginning(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}
