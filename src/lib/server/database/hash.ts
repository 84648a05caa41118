import { createHash } from 'node:crypto';
import type { Content } from '#lib/domain/resource/content.ts';

/**
 * SHA-256 (hex) of a content in canonical JSON: keys sorted, what nobody said left out, so that a
 * field added to the schema later does not change the hash of what does not use it.
 */
export function contentHash(content: Content): string {
	return sha256(JSON.stringify(canonical(content)));
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const sha256Of = (bytes: Uint8Array): string =>
	createHash('sha256').update(bytes).digest('hex');

function canonical(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(canonical);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, part]) => !isUnsaid(part))
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, part]) => [key, canonical(part)])
	);
}

function isUnsaid(value: unknown): boolean {
	if (value === null || value === undefined || value === false) return true;
	if (typeof value !== 'object') return false;
	return Object.values(value).every(isUnsaid);
}
