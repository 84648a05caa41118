import { build, files, version } from '$service-worker';
import {
	isProgramCache,
	noteAddress,
	ownPages,
	programCache,
	regionCache,
	resourcesAddress,
	slugOfCache,
	standIn,
	wayOf,
	type KeptRegion,
	type Way
} from '#lib/domain/reader/offline/cache.ts';

/** What TypeScript's library for pages does not know of workers. */
type Extendable = Event & { waitUntil(promise: Promise<unknown>): void };
type Fetching = Extendable & {
	request: Request;
	clientId: string;
	/** Of the page that this request will open. */
	resultingClientId: string;
	respondWith(answer: Promise<Response>): void;
};

const program = programCache(version);
/** Milliseconds in which a server answers that can be reached. */
const patience = 3000;
/** Pages that were opened from what is kept: their data comes from there too, without another wait. */
const standIns = new Set<string>();

addEventListener('install', (event) => (event as Extendable).waitUntil(install()));
addEventListener('activate', (event) => (event as Extendable).waitUntil(activate()));
addEventListener('fetch', (event) => {
	const fetching = event as Fetching;
	const { request } = fetching;
	const { origin, pathname } = new URL(request.url);
	const way = wayOf(
		{
			method: request.method,
			isPage: request.mode === 'navigate',
			isOwn: origin === location.origin
		},
		pathname
	);
	if (!way) return;
	const answer = answerTo(fetching, way);
	fetching.respondWith(answer);
	if (way.kind === 'page') {
		const renewed = answer.then(() =>
			standIns.has(fetching.resultingClientId) ? undefined : renewKept()
		);
		fetching.waitUntil(renewed.catch(() => undefined));
	}
});

function answerTo(fetching: Fetching, way: Way): Promise<Response> {
	const { request, clientId } = fetching;
	switch (way.kind) {
		case 'page':
			return page(fetching, way.kept);
		case 'program':
			return fromCache(request).then((kept) => kept ?? fetch(request));
		case 'route':
			return standIns.has(clientId)
				? Promise.resolve(noRoute())
				: fromServer(request).catch(noRoute);
		case 'data':
			return data(request, standIns.has(clientId) && request.cache === 'default');
	}
}

let renewing: Promise<void> | null = null;

/**
 * What a place has hidden since goes from the device as soon as the server can be reached: each region that
 * is kept is asked for again, and mostly is the same.
 */
function renewKept(): Promise<void> {
	return (renewing ??= renewAll().finally(() => (renewing = null)));
}

async function renewAll(): Promise<void> {
	for (const name of await caches.keys()) {
		const slug = slugOfCache(name);
		if (slug !== null) await renew(await caches.open(name), slug);
	}
}

async function renew(cache: Cache, slug: string): Promise<void> {
	const address = resourcesAddress(slug);
	const answer = await fromServer(new Request(address, { cache: 'no-cache' }));
	if (answer.status === 404 || answer.status === 410)
		return void (await caches.delete(regionCache(slug)));
	const known = await cache.match(address);
	const etag = answer.headers.get('etag');
	if (!mayKeep(answer) || known?.headers.get('etag') === etag) return;
	const { edition } = (await answer.clone().json()) as { edition: { year: number } | null };
	const noted = await cache.match(noteAddress(slug));
	await cache.put(address, answer);
	if (!noted) return;
	const note = { ...((await noted.json()) as KeptRegion), etag, year: edition?.year ?? null };
	await cache.put(
		noteAddress(slug),
		Response.json({ ...note, fetchedAt: new Date().toISOString() })
	);
}

async function install(): Promise<void> {
	const cache = await caches.open(program);
	const add = async (address: string) => {
		const answer = await fetch(address, { cache: 'reload' });
		if (mayKeep(answer)) await cache.put(address, answer);
		return answer.ok;
	};
	const ofStaff = await staffOnly();
	const needed = [
		standIn,
		...build.filter((file) => !ofStaff.has(file)),
		...files.filter((file) => file.endsWith('.svg'))
	];
	const all = await Promise.all(needed.map(add));
	if (all.includes(false)) throw new Error('A part of the program cannot be had');
	// Those that are not there are stood in for.
	await Promise.all(ownPages.map(add));
}

/** What no reader needs of the program, as the build says (vite.config.ts). */
async function staffOnly(): Promise<Set<string>> {
	const answer = await fetch('/_app/staff.json', { cache: 'reload' });
	return new Set(answer.ok ? ((await answer.json()) as string[]) : []);
}

/** What was said to be nobody's to keep is not kept. */
const mayKeep = (answer: Response) =>
	answer.ok &&
	!answer.redirected &&
	!(answer.headers.get('cache-control') ?? '').includes('no-store');

async function activate(): Promise<void> {
	const names = await caches.keys();
	const old = names.filter((name) => isProgramCache(name) && name !== program);
	await Promise.all(old.map((name) => caches.delete(name)));
	await (globalThis as unknown as { clients: { claim(): Promise<void> } }).clients.claim();
}

async function page(fetching: Fetching, kept: string): Promise<Response> {
	try {
		return await fromServer(fetching.request);
	} catch {
		const cache = await caches.open(program);
		const found = (await cache.match(kept)) ?? (await cache.match(standIn));
		if (found) standIns.add(fetching.resultingClientId);
		return found ?? Response.error();
	}
}

const noRoute = () => new Response('', { headers: { 'content-type': 'text/javascript' } });

async function data(request: Request, isKeptFirst: boolean): Promise<Response> {
	const kept = isKeptFirst ? await fromCache(request) : undefined;
	if (kept) return kept;
	try {
		return await fromServer(request);
	} catch {
		// An outline of another fineness is better than none.
		return (
			(await fromCache(request)) ??
			(await caches.match(request, { ignoreSearch: true })) ??
			Response.error()
		);
	}
}

const fromCache = (request: Request) => caches.match(request, { ignoreVary: true });

/**
 * Fails where nobody answers in time, and where a proxy answers that nobody is there. A request that
 * is not taken back would keep others of its address waiting, also when the server is there again.
 */
async function fromServer(request: Request): Promise<Response> {
	const asking = new AbortController();
	const timer = setTimeout(() => asking.abort(), patience);
	try {
		const answer = await fetch(request, { signal: asking.signal });
		if (answer.status < 500) return answer;
		asking.abort();
		throw new Error(`The server is not there: ${answer.status}`);
	} finally {
		clearTimeout(timer);
	}
}
