import {
	isProgramCache,
	noteAddress,
	regionCache,
	resourcesAddress,
	slugOfCache,
	type KeptRegion
} from '#lib/domain/reader/offline/cache.ts';
import type { RegionResources } from '#lib/domain/reader/offline/region-resources.ts';
import { askOutlines } from './outlines.ts';

const wordsAddress = '/words.json';

/** Where the browser keeps nothing, there is nothing to offer. */
export const canKeep = (): boolean => 'caches' in globalThis && 'serviceWorker' in navigator;

export async function keptRegions(): Promise<KeptRegion[]> {
	if (!canKeep()) return [];
	const slugs = (await caches.keys()).flatMap((name) => slugOfCache(name) ?? []);
	const notes = await Promise.all(
		slugs.map(async (slug) => {
			const cache = await caches.open(regionCache(slug));
			const note = await cache.match(noteAddress(slug));
			return note ? ((await note.json()) as KeptRegion) : [];
		})
	);
	return notes.flat();
}

/** What would come over the line, in bytes, without any of it coming; null when nobody answers. */
export async function sizeOf(slug: string): Promise<{ bytes: number; etag: string | null } | null> {
	try {
		const [first, ...others] = await Promise.all(
			[resourcesAddress(slug), wordsAddress].map((address) =>
				fetch(address, { method: 'HEAD', cache: 'no-store' })
			)
		);
		const all = [first!, ...others];
		if (all.some(({ ok }) => !ok)) return null;
		const bytes = all.map(({ headers }) => Number(headers.get('content-length') ?? 0));
		return { bytes: bytes.reduce((a, b) => a + b, 0), etag: first!.headers.get('etag') };
	} catch {
		return null;
	}
}

/** All of a region, or nothing. Fails where the line or the room on the device does not do. */
export async function keepRegion(slug: string): Promise<void> {
	const size = await sizeOf(slug);
	const addresses = [resourcesAddress(slug), wordsAddress];
	// Never what is kept already: the worker gives that where nothing is said.
	const answers = await Promise.all(
		addresses.map((address) => fetch(address, { cache: 'no-cache' }))
	);
	if (!size || answers.some(({ ok }) => !ok)) throw new Error('The region cannot be had');
	const file = (await answers[0]!.clone().json()) as RegionResources;
	const outlines = await askOutlines(file);
	const note: KeptRegion = {
		slug,
		name: file.region.name,
		year: file.edition?.year ?? null,
		fetchedAt: new Date().toISOString(),
		bytes: size.bytes,
		etag: size.etag
	};
	const isNew = !(await caches.has(regionCache(slug)));
	try {
		const cache = await caches.open(regionCache(slug));
		await Promise.all([
			...addresses.map((address, at) => cache.put(address, answers[at]!)),
			...outlines.map(({ address, answer }) => cache.put(address, answer)),
			cache.put(noteAddress(slug), Response.json(note))
		]);
		await navigator.serviceWorker.register('/service-worker.js');
		await ready();
	} catch (error) {
		if (isNew) await dropRegion(slug);
		throw error;
	}
	// Where the browser asks its reader, it asks now, when they have asked for it.
	await navigator.storage?.persist?.().catch(() => false);
}

/** With the last one everything goes that stood ready for it. */
export async function dropRegion(slug: string): Promise<void> {
	await caches.delete(regionCache(slug));
	if ((await keptRegions()).length === 0) await dropProgram();
}

export async function dropAll(): Promise<void> {
	if (!('caches' in globalThis)) return;
	for (const name of await caches.keys()) await caches.delete(name);
	await dropProgram();
}

/** Reads all that is kept, program and regions; the returned function puts it there once more. */
export async function takeKept(): Promise<() => Promise<void>> {
	const held = await Promise.all((await caches.keys()).map(entriesOf));
	return async () => {
		for (const { name, entries } of held) {
			const cache = await caches.open(name);
			for (const { address, body, init } of entries) {
				await cache.put(address, new Response(body, init));
			}
		}
		if (held.length === 0) return;
		await navigator.serviceWorker.register('/service-worker.js');
		await ready();
	};
}

async function entriesOf(name: string) {
	const cache = await caches.open(name);
	const requests = await cache.keys();
	const entries = await Promise.all(
		requests.map(async ({ url }) => {
			const answer = (await cache.match(url))!;
			const { status, headers } = answer;
			return { address: url, body: await answer.arrayBuffer(), init: { status, headers } };
		})
	);
	return { name, entries };
}

async function dropProgram(): Promise<void> {
	const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
	for (const worker of workers) await worker.unregister();
	for (const name of await caches.keys()) if (isProgramCache(name)) await caches.delete(name);
}

/** The worker has fetched the program; fails when it could not. */
function ready(): Promise<unknown> {
	return new Promise((resolve, reject) => {
		setTimeout(() => reject(new Error('The worker does not get ready')), 60_000);
		void navigator.serviceWorker.getRegistration().then((registration) => {
			const coming = registration?.installing;
			coming?.addEventListener('statechange', () => {
				if (coming.state === 'redundant') reject(new Error('The worker was not installed'));
			});
		});
		void navigator.serviceWorker.ready.then(resolve);
	});
}
