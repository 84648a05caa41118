import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { Shelf } from '#lib/domain/reader/bookmark/shelf.ts';

/** What is really written on the device: the shelf, and of how many places the copy too. */
const written = (page: Page): Promise<{ shelf: Shelf | undefined; copies: number }> =>
	page.evaluate(async () => {
		const answer = <T>(asking: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				asking.onsuccess = () => resolve(asking.result);
				asking.onerror = () => reject(new Error(String(asking.error)));
			});
		// Opened too early, it would be made without its stores.
		const isThere = (await indexedDB.databases()).some(({ name }) => name === 'bookmarks');
		if (!isThere) return { shelf: undefined, copies: 0 };
		const db = await answer(indexedDB.open('bookmarks'));
		const stores = db.transaction(['shelf', 'copies']);
		const [shelf, copies] = await Promise.all([
			answer(stores.objectStore('shelf').get('shelf')) as Promise<Shelf | undefined>,
			answer(stores.objectStore('copies').count())
		]);
		db.close();
		return { shelf, copies };
	});

/** A press is seen before it is written: whoever leaves the page waits for this. */
export const isWritten = <T>(page: Page, look: (shelf: Shelf) => T, expected: T): Promise<void> =>
	until(async () => {
		const { shelf } = await written(page);
		expect(shelf && look(shelf)).toEqual(expected);
	});

/** So many places, and what each of them said. */
export const areWritten = (page: Page, places: number): Promise<void> =>
	until(async () => {
		const { shelf, copies } = await written(page);
		const kept = Object.keys(shelf?.places ?? {}).length;
		expect({ places: kept, copies }).toEqual({ places, copies: places });
	});

/** `expect.poll` is for tests alone; this is for what goes before them, too. */
const until = (isSo: () => Promise<void>) => vi.waitFor(isSo, { timeout: 60_000, interval: 50 });
