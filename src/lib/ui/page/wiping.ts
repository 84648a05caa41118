import { belongingsOf, type Belongings } from '#lib/domain/reader/bookmark/belongings.ts';
import { ownRegionKey, parseOwnRegion } from '#lib/domain/reader/own-region.ts';
import { displaySettingsKey, leftKey } from '#lib/domain/reader/display-settings.ts';
import { bookmarks } from '#lib/ui/reader/bookmarks/bookmarks.svelte.ts';
import { canKeep, dropAll, keptRegions, takeKept } from '#lib/ui/reader/offline/regions.ts';

const storages = ['localStorage', 'sessionStorage'] as const;

/** What `wipeEverything` would take. */
export async function belongings(): Promise<Belongings> {
	await bookmarks.stored();
	const entries = new Map(entriesOf('localStorage'));
	return belongingsOf(bookmarks.shelf!, {
		hasDisplaySettings: entries.has(displaySettingsKey),
		hasLeft: entries.has(leftKey),
		ownRegion: parseOwnRegion(entries.get(ownRegionKey) ?? null)?.name ?? null,
		regions: (await keptRegions()).map(({ name }) => name)
	});
}

/**
 * Nothing of this site stays on the device, but for what the browser itself remembers, and what the
 * page holds to give it all back: the returned function does that.
 */
export async function wipeEverything(): Promise<() => Promise<void>> {
	const entries = storages.map((name) => [name, entriesOf(name)] as const);
	const bringBack = canKeep() ? await takeKept().catch(() => null) : null;
	for (const name of storages) storageOf(name)?.clear();
	for (const name of Object.keys(document.documentElement.dataset)) {
		delete document.documentElement.dataset[name];
	}
	const [wiped] = await Promise.allSettled([bookmarks.wipe(), dropAll()]);
	return async () => {
		for (const [name, all] of entries) {
			for (const [key, text] of all) storageOf(name)?.setItem(key, text);
		}
		window.applyComfort?.();
		if (wiped.status === 'fulfilled') await wiped.value();
		await bringBack?.();
	};
}

/** Null where nothing can be kept. */
function storageOf(name: (typeof storages)[number]): Storage | null {
	try {
		return globalThis[name];
	} catch {
		return null;
	}
}

function entriesOf(name: (typeof storages)[number]): [key: string, text: string][] {
	const storage = storageOf(name);
	return storage ? Object.keys(storage).map((key) => [key, storage.getItem(key) ?? '']) : [];
}
