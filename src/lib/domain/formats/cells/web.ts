import { readWebAddress } from '#lib/domain/input/web-address.ts';

const mail = /^[a-z0-9._%+'-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i;

/** A mail address in half width, or null. */
export function readMail(cell: string): string | null {
	const text = cell
		.normalize('NFKC')
		.replace(/[\s\p{Cf}]+/gu, '')
		.replace(/^(?:mailto|e?-?mail|メール)[:：]/i, '');
	return mail.test(text) ? text : null;
}

/** What a column of web addresses holds: addresses, mail addresses, and what is neither. */
export function readWeb(cell: string): { urls: string[]; mails: string[]; unread: string[] } {
	const read = { urls: [] as string[], mails: [] as string[], unread: [] as string[] };
	for (const part of parts(cell)) {
		const url = readWebAddress(part) ?? readWebAddress(half(part));
		const address = readMail(part);
		if (address) read.mails.push(address);
		else if (url) read.urls.push(url);
		else read.unread.push(part);
	}
	return read;
}

const half = (text: string) => (/^[！-～\s]+$/u.test(text) ? text.normalize('NFKC') : text);

/** Several in one cell stand on lines of their own or with blanks between; others are one. */
const parts = (cell: string): string[] => {
	const words = cell.split(/[\s、；;]+|,(?=\s*https?:)/u).filter(Boolean);
	return words.length > 1 && words.every((word) => readWebAddress(word) ?? readMail(word))
		? words
		: [cell.replace(/\n+/g, ' ').trim()];
};
