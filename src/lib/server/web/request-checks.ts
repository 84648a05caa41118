export type Refusal = {
	status: 400 | 401 | 403 | 404 | 405 | 408 | 410 | 411 | 413 | 414 | 415 | 421 | 422 | 500 | 503;
	headers?: Record<string, string>;
	/** What a person is told, when it is more than the status says. */
	sentence?: string;
};

const longestAddress = 4096;
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether it only asks. */
export const isSafe = ({ method }: { method: string }): boolean => safeMethods.has(method);

/** Why a request is not even looked at, whatever it asks for; `largest`: of its body, in bytes. */
export function refusalOf(request: Request, origin: string, largest: number): Refusal | null {
	if (request.url.length > longestAddress) return { status: 414 };
	if (isSafe(request)) return null;
	if (!isSameOrigin(request.headers, origin)) return { status: 403 };
	const length = request.headers.get('content-length');
	if (length === null) return { status: 411 };
	if (!(Number(length) <= largest)) return { status: 413 };
	return null;
}

/** Whether a page of our own sends this, as far as the browser tells. */
export function isSameOrigin(headers: Headers, origin: string): boolean {
	const site = headers.get('sec-fetch-site');
	if (site !== null && site !== 'same-origin') return false;
	const from = headers.get('origin');
	// A page that was opened before its form was there may still have "no-referrer", and then says "null".
	return from === origin || (site === 'same-origin' && (from === null || from === 'null'));
}

const form = /^\s*(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i;
const json = /^\s*application\/json\s*(;|$)/i;

/**
 * A form that breaks off or contradicts itself would surprise the action that reads it, and so would
 * what kit calls a form and nobody can read as one: text/plain, and its own kind for remote functions.
 */
export async function formRefusal(request: Request): Promise<Refusal | null> {
	if (isSafe(request)) return null;
	const type = request.headers.get('content-type') ?? '';
	if (!form.test(type)) return type === '' || json.test(type) ? null : { status: 415 };
	try {
		const names = [...(await request.clone().formData()).keys()];
		// Own properties of that name cannot be sent back to a page.
		return names.some((name) => name.split('.').includes('__proto__')) ? { status: 422 } : null;
	} catch {
		return { status: 400 };
	}
}
