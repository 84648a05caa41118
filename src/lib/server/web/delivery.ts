import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip as compress } from 'node:zlib';
import type { CachedResponse } from './response-cache.ts';

const gzip = promisify(compress);
const worthwhile = 1024;
const ofGzip = '-gz';
const isText = /^(text\/|application\/([\w.+-]*(json|xml)|javascript)|image\/svg)/;
/** Ours to set, or only of use inside the framework. */
const dropped = new Set(['etag', 'content-length', 'x-sveltekit-page', 'set-cookie']);
type Pair = CachedResponse['headers'][number];

/**
 * Reads a response to its end, unless its `page` is known already. `cacheControl` is what is said
 * when the route says nothing; `inGzip`, whether a text is compressed.
 */
export async function finish(
	response: Response,
	{
		page = null,
		cacheControl,
		inGzip
	}: { page?: string | null; cacheControl: string; inGzip: boolean }
): Promise<CachedResponse> {
	const headers = new Map([...response.headers].filter(([name]) => !dropped.has(name)));
	// Each is a header of its own.
	const cookies = response.headers.getSetCookie().map((one) => ['set-cookie', one] as Pair);
	const all = (): Pair[] => [...headers, ...cookies];
	const type = headers.get('content-type') ?? '';
	const body = page === null ? Buffer.from(await response.arrayBuffer()) : Buffer.from(page);
	const etag = createHash('sha256').update(body).digest('base64url').slice(0, 27);
	if (type === 'text/html') headers.set('content-type', 'text/html; charset=utf-8');
	if (!headers.has('cache-control')) headers.set('cache-control', cacheControl);
	if (!isText.test(type) || body.byteLength <= worthwhile) {
		return { headers: all(), etag, body };
	}
	headers.set('vary', joined(headers.get('vary'), 'accept-encoding'));
	if (!inGzip) return { headers: all(), etag, body };
	headers.set('content-encoding', 'gzip');
	// Strong tags differ where the bytes differ (RFC 9110, 8.8.3).
	return {
		headers: all(),
		etag: etag + ofGzip,
		body: await gzip(body, { level: 6 })
	};
}

/** The answer as a response; 304 when the reader has it already, in whichever encoding. */
export function deliver(answer: CachedResponse, request: Headers, status = 200): Response {
	const headers = new Headers(answer.headers);
	if (status === 200) {
		headers.set('etag', `"${answer.etag}"`);
		if (isKnown(request.get('if-none-match'), answer.etag)) {
			// Everything else stays: a browser puts it in the place of what it has (RFC 9111, 3.2).
			headers.delete('content-encoding');
			return new Response(null, { status: 304, headers });
		}
	}
	const { body } = answer;
	if (body.byteLength === 0) return new Response(null, { status, headers });
	headers.set('content-length', String(body.byteLength));
	return new Response(body as Uint8Array<ArrayBuffer>, { status, headers });
}

export function acceptsGzip(request: Headers): boolean {
	const offers = (request.get('accept-encoding') ?? '').toLowerCase().split(',');
	const offer = offers.map((text) => text.trim()).find((text) => /^(gzip|\*)\s*(;|$)/.test(text));
	return offer !== undefined && !/;\s*q=0(\.0*)?$/.test(offer);
}

function isKnown(ifNoneMatch: string | null, etag: string): boolean {
	if (ifNoneMatch === null) return false;
	const plain = etag.replace(ofGzip, '');
	const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	return tags.some((tag) => tag === '*' || tag === `"${plain}"` || tag === `"${plain}${ofGzip}"`);
}

const joined = (list: string | null | undefined, more: string) =>
	list ? `${list}, ${more}` : more;
