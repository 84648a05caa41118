import type { Finding } from '#lib/domain/formats/format.ts';

type Decoded = { text: string; warnings: Finding[] } | { problems: Finding[] };

const finding = (message: string, more: Partial<Finding> = {}): Finding => ({
	...{ line: null, column: null, kind: 'encoding', found: null, message },
	...more
});

/** UTF-8 with or without its mark, else CP932, which is what Excel writes in Japan. */
export function decode(bytes: Uint8Array): Decoded {
	if (isWorkbook(bytes)) {
		const message =
			'エクセルのファイル（.xlsx・.xls）です。「CSV UTF-8」で保存しなおしてください。';
		return { problems: [finding(message)] };
	}
	const text = decoded('utf-8', bytes);
	if (text !== null) return { text, warnings: [] };
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
		const message = '文字コードがUTF-16です。UTF-8で保存しなおしてください。';
		return { problems: [finding(message)] };
	}
	if (isMeantAsUtf8(bytes)) return { problems: badBytes(bytes) };
	const japanese = decoded('shift_jis', bytes);
	if (japanese === null) {
		const message = '文字コードがわかりません。UTF-8かシフトJISのCSVにしてください。';
		return { problems: [finding(message)] };
	}
	const message = 'UTF-8ではないので、シフトJIS（CP932）として読みました。';
	return { text: japanese, warnings: [finding(message)] };
}

/** A zip, as .xlsx is one, or the older kind of compound file. */
const isWorkbook = (bytes: Uint8Array) =>
	[
		[0x50, 0x4b, 0x03, 0x04],
		[0xd0, 0xcf, 0x11, 0xe0]
	].some((sign) => sign.every((byte, at) => bytes[at] === byte));

function decoded(encoding: string, bytes: Uint8Array): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** Its mark says so, or nine in ten of what is not ASCII are letters of UTF-8. */
function isMeantAsUtf8(bytes: Uint8Array): boolean {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return true;
	const text = new TextDecoder('utf-8').decode(bytes);
	let [bad, good] = [0, 0];
	for (const letter of text) {
		if (letter === '\ufffd') bad++;
		else if (letter > '\u007f') good++;
	}
	return good >= bad * 9;
}

const mostTold = 20;

/** The first byte of each line that no letter of UTF-8 can have there. */
function badBytes(bytes: Uint8Array): Finding[] {
	const problems: Finding[] = [];
	let from = 0;
	for (let line = 1; from < bytes.length && problems.length < mostTold; line++) {
		const end = bytes.indexOf(0x0a, from);
		const own = bytes.subarray(from, end < 0 ? bytes.length : end);
		const at = firstBad(own);
		if (at !== null) {
			const before = new TextDecoder('utf-8').decode(own.subarray(0, at));
			const byte = own[at]!.toString(16).toUpperCase().padStart(2, '0');
			const message = `この行の${at + 1}バイト目（${[...before].length + 1}文字目）に、UTF-8の文字にならないバイト（0x${byte}）があります。その文字を打ちなおして、UTF-8で保存してください。`;
			problems.push(finding(message, { line, found: [...before].slice(-12).join('') || null }));
		}
		from += own.length + 1;
	}
	return problems;
}

/** Index of the first byte of what is no letter. */
function firstBad(bytes: Uint8Array): number | null {
	if (decoded('utf-8', bytes) !== null) return null;
	let [good, bad] = [0, bytes.length];
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (isBeginning(bytes.subarray(0, middle))) good = middle;
		else bad = middle;
	}
	// The bytes before may be the beginning of a letter that then breaks off.
	while (good > 0 && decoded('utf-8', bytes.subarray(0, good)) === null) good--;
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
