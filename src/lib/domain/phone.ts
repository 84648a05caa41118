import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A Japanese telephone number as it is written here: ten or eleven bare digits get their hyphens
 * when the numbering plan knows where; anything else stays as it was found. `odd` only asks for a
 * second look: service numbers (0570) and numbers of a sample (000) are not in the plan either.
 */
export function readPhone(found: string): { number: string; odd: boolean } {
	const number = found
		.normalize('NFKC')
		.replace(/[‐‑–—―−ー]/g, '-')
		.trim();
	if (/^0\d{9,10}$/.test(number)) {
		const known = parsePhoneNumberFromString(number, 'JP');
		if (known?.isValid()) return { number: known.formatNational(), odd: false };
		return { number: found, odd: true };
	}
	const digits = number.replaceAll('-', '').length;
	const plain = /^0\d{1,4}-\d{1,4}-\d{3,4}$/.test(number) && (digits === 10 || digits === 11);
	return plain ? { number, odd: false } : { number: found, odd: true };
}
