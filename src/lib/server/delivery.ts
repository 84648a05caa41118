import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip as compress } from 'node:zlib';
import type { Answer } from './answers.ts';

const gzip = promisify(compress);
const worthwhile = 1024;
const isText = /^(text\/|application\/([\w.+-]*json|xml|javascript)|image\/svg)/;
/** Ours to set, or only of use inside the framework. */
const dropped = new Set(['etag', 'content-length', 'x-sveltekit-page']);

/** Reads a response to its end. `cacheControl` is what is said when the route says nothing. */
export async function finish(
	response: Response,
	{ cacheControl, withGzip }: { cacheControl: string; withGzip: boolean }
): Promise<Answer> {
	const headers = new Map([...response.headers].filter(([name]) => !dropped.has(name)));
	const type = headers.get('content-type') ?? '';
	const body = Buffer.from(await response.arrayBuffer());
	const compressible = isText.test(type) && body.byteLength > worthwhile;
	if (type === 'text/html') headers.set('content-type', 'text/html; charset=utf-8');
	if (!headers.has('cache-control')) headers.set('cache-control', cacheControl);
	if (compressible) headers.set('vary', joined(headers.get('vary'), 'accept-encoding'));
	return {
		headers: [...headers],
		etag: createHash('sha256').update(body).digest('base64url').slice(0, 27),
		body,
		gzip: compressible && withGzip ? await gzip(body, { level: 6 }) : null
	};
}

/** The answer in the form that the request can take; 304 when the reader has it already. */
export function deliver(answer: Answer, request: Headers, status = 200): Response {
	const headers = new Headers(answer.headers);
	const compressed = answer.gzip && acceptsGzip(request) ? answer.gzip : null;
	if (status === 200) {
		// Strong tags differ where the bytes differ (RFC 9110, 8.8.3).
		headers.set('etag', `"${answer.etag}${compressed ? '-gz' : ''}"`);
		if (isKnown(request.get('if-none-match'), answer.etag)) {
			headers.delete('content-type');
			headers.delete('link');
			return new Response(null, { status: 304, headers });
		}
	}
	const body = compressed ?? answer.body;
	if (body.byteLength === 0) return new Response(null, { status, headers });
	if (compressed) headers.set('content-encoding', 'gzip');
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
	const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	return tags.some((tag) => tag === '*' || tag === `"${etag}"` || tag === `"${etag}-gz"`);
}

const joined = (list: string | null | undefined, more: string) =>
	list ? `${list}, ${more}` : more;
