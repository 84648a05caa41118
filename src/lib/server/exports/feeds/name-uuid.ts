import { createHash } from 'node:crypto';

/** A UUID made of another one and a name (RFC 9562, version 5): the same ones give the same. */
export function nameUuid(space: string, name: string): string {
	const bytes = createHash('sha1')
		.update(Buffer.from(space.replaceAll('-', ''), 'hex'))
		.update(name)
		.digest()
		.subarray(0, 16);
	bytes[6] = (bytes[6]! & 0x0f) | 0x50;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Of names that are addresses (RFC 9562, 6.6). */
export const ofAddresses = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
