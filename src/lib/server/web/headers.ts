import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** On every answer, static files and refusals of the server itself included. */
export function securityHeaders({ https }: { https: boolean }): Record<string, string> {
	return {
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'referrer-policy': 'no-referrer',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'permissions-policy':
			'camera=(), microphone=(), geolocation=(self), payment=(), usb=(), midi=(), gyroscope=(), accelerometer=(), magnetometer=(), browsing-topics=()',
		// Pages bring a wider one of their own, with the hashes of their scripts.
		'content-security-policy':
			"default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
		...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {})
	};
}

/**
 * Sets them before anything else sees a request. A hook of the framework would miss what is
 * answered before and after it: static files, redirects, malformed requests.
 */
export function secureEveryAnswer(headers: Record<string, string>): () => void {
	const entries = Object.entries(headers);
	const secure = (message: unknown) => {
		const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
		for (const [name, value] of entries) response.setHeader(name, value);
		if (request.url === '/service-worker.js') {
			response.setHeader('content-security-policy', policyOfWorker);
		}
		answers.set(request, response);
	};
	subscribe('http.server.request.start', secure);
	return () => void unsubscribe('http.server.request.start', secure);
}

/** A worker is held by the policy of its own file; all it does is to ask this server. */
const policyOfWorker = "default-src 'none'; connect-src 'self'; base-uri 'none'";

const answers = new WeakMap<object, ServerResponse>();

/** The only pages that others may show within theirs: by route, as an address has many spellings. */
export const isForFrames = (routeId: string | null): boolean => /^\/embed\//.test(routeId ?? '');

/** `request` as Node has it. */
export const allowFrames = (request: object | undefined): void =>
	answers.get(request ?? {})?.removeHeader('x-frame-options');

/** The policy of a page, for a page that others may show within theirs. */
export const framed = (policy: string): string =>
	policy.replace("frame-ancestors 'none'", 'frame-ancestors *');
