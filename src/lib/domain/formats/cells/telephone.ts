import { readPhone } from '#lib/domain/input/phone.ts';

export type Telephone = {
	kind: 'voice' | 'fax';
	number: string;
	label: string | null;
	extension: string | null;
	/** `area`: without its area code. `zero`: without its first zero; `whole` has it. `odd`: to look at. */
	doubt: 'area' | 'zero' | 'odd' | null;
	whole: string | null;
};

const separators = /[\n;；、，,／/|]|・(?=\s*[(（]?\d{2})|または|又は/u;
const full =
	/\+81[-\s]?(?:\(0\))?\d{1,4}[-\s]?\d{1,4}[-\s]?\d{3,4}(?!\d)|\(?0\d{1,4}\)?[-\s(]{0,2}\d{1,4}[-\s)]{1,2}\d{3,4}(?!\d)|(?<!\d)0(?:570|120|800|990)-?\d{3}-?\d{3,4}(?!\d)|(?<!\d)0\d{9,10}(?!\d)|#\d{4}(?!\d)/g;
const partial = /(?<![\d-])\d{1,4}-\d{1,4}(?:-\d{4})?(?![\d-])|(?<!\d)\d{6,10}(?!\d)|^1\d\d$/;
/** Emergency and service numbers of three digits. */
const services = new Set('104 110 115 117 118 119 171 177 188 189'.split(' '));

/** The telephone numbers of a cell, each with what is written beside it; `unread`: no number in that part. */
export function readTelephones(cell: string): { phones: Telephone[]; unread: string[] } {
	const text = cell
		.normalize('NFKC')
		.replace(/\p{Cf}+/gu, '')
		.replace(both, '電話兼FAX')
		.replace(/(?<=\d\)?)\s*[‐‑–—―−ー]\s*(?=\(?\d)/gu, '-');
	const phones: Telephone[] = [];
	const unread: string[] = [];
	for (const part of text.split(separators).map((one) => one.trim())) {
		if (part === '') continue;
		const numbers = [...part.matchAll(full)];
		const one = numbers.length > 0 ? null : partial.exec(part);
		const found = one ? [one] : numbers;
		if (found.length === 0) {
			// 「03-1111-2222, 内線12」
			const last = phones.at(-1);
			const extension = extensionIn(part);
			if (last && extension) last.extension ??= extension;
			else if (last && /^\d{1,4}$/.test(part)) last.label = joined(last.label, `〜${part}`);
			else unread.push(part);
			continue;
		}
		let from = 0;
		found.forEach((match, place) => {
			const before = part.slice(from, match.index);
			const after = part.slice(end(match), found[place + 1]?.index);
			// 「… FAX 027-…」: the word belongs to the number after it.
			const next = found[place + 1] ? (nextKind.exec(after)?.[0] ?? '') : '';
			const own = after.slice(0, after.length - next.length);
			if (before.includes('電話兼FAX')) {
				phones.push(telephone(match[0], before.replace('兼FAX', ''), own));
			}
			phones.push(telephone(match[0], before, own));
			from = end(match) + own.length;
		});
	}
	return { phones, unread };
}

/** 「TEL/FAX 027-…」: one number for both. */
const both =
	/(?:tel|電話(?:番号)?)\s*[・/／&＆兼,、]\s*(?:fax|ファックス|ファクス)(?:兼用|共通)?(?:番号)?/gi;

const nextKind = /(?:fax|tel|電話番号|電話|ファックス|ファクス|携帯)[.:：]?\s*$/i;

const end = (match: RegExpExecArray) => match.index + match[0].length;

const extensionIn = (text: string): string | null =>
	/(?:内線|内)[:：\s]*(\d[\d\-~〜～・]*)|ext\.?[:：\s]*(\d+)/i.exec(text)?.slice(1).find(Boolean) ??
	null;

const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(' ') || null;

const ofFax = /fax|ファックス|ファクス|ﾌｧｸｽ|^f[:.]?$/i;

function telephone(found: string, before: string, after: string): Telephone {
	const beside = [before, after];
	const kind = beside.some((words) => ofFax.test(words.trim())) ? 'fax' : 'voice';
	const label = joined(...beside.map(labelOf));
	const extension = extensionIn(after);
	return { kind, ...numbered(found), label, extension };
}

/** What is left of the words beside a number. */
const labelOf = (words: string): string | null =>
	words
		.replace(/(?:内線|内|ext\.?)[:：\s]*\d[\d\-~〜～・]*/gi, '')
		.replace(/(?:電話兼FAX|tel|fax|電話番号|電話|ファックス|ファクス)[.:：]?|^[tf][.:：]\s*$/gi, '')
		.replace(/[()（）【】[\]:：]/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim() || null;

function numbered(found: string): Pick<Telephone, 'number' | 'doubt' | 'whole'> {
	const plain = found
		.replace(/^\+81[-\s]?(?:\(0\))?/, '0')
		.replace(/[()\s]+/g, '-')
		.replace(/^-|-$/g, '')
		.replace(/-{2,}/g, '-');
	if (/^#\d{4}$/.test(plain) || services.has(plain)) {
		return { number: plain, doubt: null, whole: null };
	}
	const { number, odd, whole } = readPhone(plain);
	if (whole) return { number, doubt: 'zero', whole };
	const digits = plain.replaceAll('-', '');
	if (!digits.startsWith('0') && digits.length <= 8) return { number, doubt: 'area', whole: null };
	const isService = /^(?:0570|0120|0800|0990)-?\d/.test(number) && /^\d{10,11}$/.test(digits);
	return { number, doubt: odd && !isService ? 'odd' : null, whole: null };
}

/** The area code that most numbers of a file begin with: a hint for those without one. */
export function usualAreaCode(cells: Iterable<string>): string | null {
	const counts = new Map<string, number>();
	for (const cell of cells) {
		const [, code] = /^\s*[(（]?(0[1-9]\d{0,3})[)）(（-]\d/.exec(cell.normalize('NFKC')) ?? [];
		if (code && !/^0(?:[5789]0|120|570|800)$/.test(code)) {
			counts.set(code, (counts.get(code) ?? 0) + 1);
		}
	}
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
