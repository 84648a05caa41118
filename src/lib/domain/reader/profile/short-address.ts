/**
 * An address of a place that a person can type from paper: `/p/7k3m-x2pq`. Forty bits of its id, which are there by
 * chance, in the letters of Crockford's base 32, where none looks like another one.
 * https://www.crockford.com/base32.html
 */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const bits = 5;
/** Hexadecimal digits of the end of an id. */
export const digits = 10;

export function shortCodeOf(id: string): string {
	let rest = BigInt(`0x${id.slice(-digits)}`);
	let code = '';
	for (let at = 0; at < (digits * 4) / bits; at++) {
		code = letters[Number(rest & 31n)]! + code;
		rest >>= 5n;
	}
	return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The end of the id that was meant, however it was typed; null where it can be none. */
export function parseShortCode(typed: string): string | null {
	const code = typed
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll('o', '0')
		.replaceAll(/[il]/g, '1')
		.replaceAll(/[-‐‑–—―−ー\s]/g, '');
	if (!/^[0-9a-hjkmnp-tv-z]{8}$/.test(code)) return null;
	const value = [...code].reduce((sum, one) => (sum << 5n) + BigInt(letters.indexOf(one)), 0n);
	return value.toString(16).padStart(digits, '0');
}

export const shortAddressOf = (origin: string, id: string): string =>
	written(`${origin}/p/${shortCodeOf(id)}`);

/** As it is typed: a browser adds `https://` by itself. */
export const written = (address: string): string => address.replace(/^https:\/\//, '');
