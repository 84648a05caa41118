import Encoding from 'encoding-japanese';

/** Stands where a letter cannot be written, as Japanese printers have long put it (下駄). */
const geta = '〓';

/** What Windows writes instead, beside what its table of codes has (〜 as ～, − as －). */
const lookAlikes: Readonly<Record<string, string>> = {
	'\u2014': '\u2015',
	'\u2013': '\u2010',
	'\u2011': '\u2010',
	'\u00a5': '\uffe5',
	'\u203e': '\uffe3',
	'\u00b7': '\u30fb',
	'\u00a0': ' '
};

type Letter = { bytes: readonly number[]; text: string; isLost: boolean };

const known = new Map<string, Letter>();
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const reader = new TextDecoder('shift_jis');

const bytesOf = (text: string): number[] =>
	Encoding.convert(Encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' });

/** Forms of one letter (葛󠄀), of which CP932 has the letter alone. */
const variations = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** A grapheme; one that cannot be written is a geta as a whole. */
function letterOf(grapheme: string): Letter {
	let letter = known.get(grapheme);
	if (!letter) {
		const alike = [...grapheme].map((one) => lookAlikes[one] ?? one).join('');
		const plainest = alike.replace(variations, '');
		const isMissing = [...plainest].some((one) => one !== '?' && bytesOf(one).join() === '63');
		const bytes = bytesOf(isMissing ? geta : plainest);
		const text = reader.decode(new Uint8Array(bytes));
		letter = { bytes, text, isLost: isMissing || plainest !== alike };
		// Few letters are used; what strangers type is bounded all the same.
		if (known.size > 20_000) known.clear();
		known.set(grapheme, letter);
	}
	return letter;
}

/** ASCII stays as it is; what follows it may change it (a mark, a variation). */
const plain = /^\p{ASCII}*$/u;
/** Letters that stand alone, so that most texts need no segmenting. */
const single = /^[\p{ASCII}\u3000-\u3098\u309b-\u30ff\u4e00-\u9fff\uff01-\uff9f]*$/u;

const lettersOf = (text: string): Iterable<string> =>
	single.test(text) ? text : [...graphemes.segment(text)].map(({ segment }) => segment);

/** A text as it comes back from CP932. */
export function throughCp932(text: string): string {
	if (plain.test(text)) return text;
	let made = '';
	for (const one of lettersOf(text)) made += letterOf(one).text;
	return made;
}

/** Letters of a text that CP932 does not have. */
export const lostIn = (text: string): string[] =>
	plain.test(text) ? [] : [...lettersOf(text)].filter((one) => letterOf(one).isLost);

/** A text in the letters of Windows (code page 932), without a mark at its beginning. */
export function writeCp932(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length * 2);
	let at = 0;
	for (const line of text.replace(/^\ufeff/, '').split(/(?<=\n)/)) {
		for (const one of lettersOf(line)) {
			for (const byte of letterOf(one).bytes) bytes[at++] = byte;
		}
	}
	return bytes.slice(0, at);
}
