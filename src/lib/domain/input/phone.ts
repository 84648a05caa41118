import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A Japanese telephone number as it is written here: ten or eleven bare digits get their hyphens
 * when the numbering plan knows where; anything else stays as it was found. `odd` only asks for a
 * second look: service numbers (0570) and numbers of a sample (000) are not in the plan either.
 * `whole`: as it is with the zero at its beginning that a spreadsheet has eaten.
 */
export function readPhone(found: string): { number: string; odd: boolean; whole: string | null } {
	const number = found
		.normalize('NFKC')
		.replace(/[‐‑–—―−ー]/g, '-')
		.trim();
	if (/^0\d{9,10}$/.test(number)) {
		const known = parsePhoneNumberFromString(number, 'JP');
		if (known?.isValid()) return { number: known.formatNational(), odd: false, whole: null };
		return { number: found, odd: true, whole: null };
	}
	const bare = number.replace(/[-\s]/g, '');
	// Ten digits with their zero; eleven of a mobile or IP telephone (050, 070, 080, 090).
	if (/^[1-9]\d{8}$|^[5789]0\d{8}$/.test(bare)) {
		const known = parsePhoneNumberFromString(`0${bare}`, 'JP');
		return { number: found, odd: true, whole: known?.formatNational() ?? `0${bare}` };
	}
	const digits = number.replaceAll('-', '').length;
	const plain = /^0\d{1,4}-\d{1,4}-\d{3,4}$/.test(number) && (digits === 10 || digits === 11);
	return plain ? { number, odd: false, whole: null } : { number: found, odd: true, whole: null };
}

/** What is said of one, to be read on. */
export const withoutZero = (whole: string): string =>
	`市外局番の先頭の0がないようです（${whole} ではありませんか）`;
