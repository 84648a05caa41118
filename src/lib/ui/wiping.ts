import { bookmarks } from './bookmarks/bookmarks.svelte.ts';
import { dropAll } from './offline/regions.ts';

/** Nothing of this site stays on the device, but for what the browser itself remembers. */
export async function wipeEverything(): Promise<void> {
	for (const storage of ['localStorage', 'sessionStorage'] as const) {
		try {
			globalThis[storage].clear();
		} catch {
			// Where nothing can be kept, nothing is.
		}
	}
	for (const name of Object.keys(document.documentElement.dataset)) {
		delete document.documentElement.dataset[name];
	}
	await Promise.allSettled([bookmarks.wipe(), dropAll()]);
}
