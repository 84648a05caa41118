import { japanMoment } from '#lib/domain/calendar/calendar.ts';
import type { Database } from '#lib/server/database/client.ts';
import { dataVersion } from '#lib/server/database/data-version.ts';
import { turnOf } from '#lib/server/contents/turns.ts';

/** A finished answer, in one encoding. */
export type CachedResponse = {
	headers: [name: string, value: string][];
	/** Without quotation marks. */
	etag: string;
	body: Buffer;
};

export type ResponseCache = {
	get(db: Database, now: Date, key: string): CachedResponse | undefined;
	/** `made`: the age before the answer was made; one made across a change is not kept. */
	set(db: Database, now: Date, key: string, made: string, answer: CachedResponse): void;
	readonly size: number;
};

/** A word that is another one when the database changes, and when something shown begins or ends. */
export const ageOf = (db: Database, now: Date): string =>
	`${dataVersion(db)} ${turnOf(db, japanMoment(now))}`;

/** Finished public answers, least recently asked first out, until `ageOf` changes. */
export function createResponseCache(maxBytes: number): ResponseCache {
	const kept = new Map<string, CachedResponse>();
	let size = 0;
	let age = '';

	function forgetOld(db: Database, now: Date): void {
		const current = ageOf(db, now);
		if (current === age) return;
		kept.clear();
		size = 0;
		age = current;
	}

	return {
		get(db, now, key) {
			forgetOld(db, now);
			const answer = kept.get(key);
			if (answer) {
				kept.delete(key);
				kept.set(key, answer);
			}
			return answer;
		},
		set(db, now, key, made, answer) {
			forgetOld(db, now);
			const bytes = weightOf(key, answer);
			// One export may not push out all pages.
			if (made !== age || bytes > maxBytes / 8 || kept.has(key)) return;
			kept.set(key, { ...answer, body: alone(answer.body) });
			size += bytes;
			for (const [oldKey, old] of kept) {
				if (size <= maxBytes) break;
				kept.delete(oldKey);
				size -= weightOf(oldKey, old);
			}
		},
		get size() {
			return size;
		}
	};
}

/** Small buffers and those of zlib are parts of larger ones, which they would keep in memory. */
function alone(body: Buffer): Buffer {
	if (body.buffer.byteLength === body.byteLength) return body;
	const copy = Buffer.allocUnsafeSlow(body.byteLength);
	body.copy(copy);
	return copy;
}

/** Bytes of an entry beside its texts: objects, pairs, places in the map, the buffer's own. */
const frame = 512;
const frameOfHeader = 96;

/** Bytes that an answer holds. */
export const weightOf = (key: string, { body, etag, headers }: CachedResponse): number =>
	frame +
	body.byteLength +
	2 * (key.length + etag.length) +
	headers.reduce((sum, [name, value]) => sum + frameOfHeader + 2 * (name.length + value.length), 0);

/**
 * Under which name an answer may be kept, if at all. A word that was searched is neither kept nor a
 * key.
 */
export function keyOf(method: string, address: string, inGzip = false): string | null {
	if (method !== 'GET' && method !== 'HEAD') return null;
	const { pathname, searchParams } = new URL(address);
	// Another spelling of an address that is not kept; none of ours needs one.
	if (pathname.includes('%')) return null;
	if (/^\/(healthz$|staff|tiles(\/|$))/.test(pathname)) return null;
	for (const [name, value] of searchParams) {
		const isCode = /^[a-z0-9-]{0,40}$/i.test(name) && /^[a-z0-9.-]{0,80}$/i.test(value);
		if (!isCode || (name === 'q' && value !== '')) return null;
	}
	return inGzip ? `${address} gzip` : address;
}
