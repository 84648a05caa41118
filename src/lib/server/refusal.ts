export type Refusal = {
	status: 400 | 401 | 403 | 404 | 405 | 410 | 411 | 413 | 414 | 500 | 503;
	headers?: Record<string, string>;
	/** What a person is told, when it is more than the status says. */
	sentence?: string;
};

const longestAddress = 4096;
const largestBody = 64 * 1024;
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether it only asks. */
export const isSafe = ({ method }: { method: string }): boolean => safeMethods.has(method);

/** Why a request is not even looked at, whatever it asks for. */
export function refusalOf(request: Request, origin: string): Refusal | null {
	if (request.url.length > longestAddress) return { status: 414 };
	if (isSafe(request)) return null;
	if (!isSameOrigin(request.headers, origin)) return { status: 403 };
	const length = request.headers.get('content-length');
	if (length === null) return { status: 411 };
	if (!(Number(length) <= largestBody)) return { status: 413 };
	return null;
}

/** Whether a page of our own sends this, as far as the browser tells. */
export function isSameOrigin(headers: Headers, origin: string): boolean {
	const site = headers.get('sec-fetch-site');
	if (site !== null && site !== 'same-origin') return false;
	const from = headers.get('origin');
	// "Referrer-Policy: no-referrer" makes browsers say "null" of our own forms too.
	return from === origin || (site === 'same-origin' && (from === null || from === 'null'));
}

/** A form that breaks off or contradicts itself would surprise the action that reads it. */
export async function formRefusal(request: Request): Promise<Refusal | null> {
	const type = request.headers.get('content-type') ?? '';
	if (
		isSafe(request) ||
		!/^\s*(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)
	)
		return null;
	try {
		await request.clone().formData();
		return null;
	} catch {
		return { status: 400 };
	}
}
