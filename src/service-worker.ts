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
	type KeptRegion
} from '#lib/domain/offline.ts';

/** What TypeScript's library for pages does not know of workers. */
type Extendable = Event & { waitUntil(promise: Promise<unknown>): void };
type Fetching = Extendable & { request: Request; respondWith(answer: Promise<Response>): void };

const program = programCache(version);
/** Milliseconds in which a server answers that can be reached. */
const patience = 6000;

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
	const answer =
		way.kind === 'page'
			? page(request, way.kept)
			: way.kind === 'program'
				? fromCache(request).then((kept) => kept ?? fetch(request))
				: way.kind === 'route'
					? inTime(fetch(request)).catch(() => noRoute())
					: data(request);
	fetching.respondWith(answer);
	if (way.kind === 'page') fetching.waitUntil(answer.then(renewKept).catch(() => undefined));
});

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
	const answer = await fetch(address, { cache: 'no-cache' });
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
	const needed = [standIn, ...build, ...files.filter((file) => file.endsWith('.svg'))];
	const all = await Promise.all(needed.map(add));
	if (all.includes(false)) throw new Error('A part of the program cannot be had');
	// Those that are not there are stood in for.
	await Promise.all(ownPages.map(add));
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

async function page(request: Request, kept: string): Promise<Response> {
	try {
		return await inTime(fetch(request));
	} catch {
		const cache = await caches.open(program);
		return (await cache.match(kept)) ?? (await cache.match(standIn)) ?? Response.error();
	}
}

const noRoute = () => new Response('', { headers: { 'content-type': 'text/javascript' } });

async function data(request: Request): Promise<Response> {
	try {
		return await inTime(fetch(request));
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

function inTime(answer: Promise<Response>): Promise<Response> {
	return new Promise((resolve, reject) => {
		setTimeout(() => reject(new Error('No answer')), patience);
		answer.then(resolve, reject);
	});
}
