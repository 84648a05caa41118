import { merge } from '#lib/domain/reader/bookmark/shelf.ts';
import { databaseShelves } from './database.ts';
import { localShelves, memory, shelfKey } from './local.ts';
import type { Shelves } from './shelves.ts';

/** A browser that never answers is one that will not keep anything. */
const patience = 4000;

export async function openShelves(): Promise<Shelves> {
	try {
		const shelves = await inTime(databaseShelves());
		await bringOver(shelves);
		return shelves;
	} catch {
		return localShelves(usableStorage() ?? memory());
	}
}

/** What was kept while the database was not to be had. */
async function bringOver(shelves: Shelves): Promise<void> {
	const storage = usableStorage();
	if (!storage?.getItem(shelfKey)) return;
	const local = localShelves(storage);
	const [kept, copies] = [await local.read(), await local.copies()];
	await shelves.change((shelf) => merge(shelf, kept));
	await shelves.keepCopies(copies);
	await local.wipe();
}

function usableStorage(): Storage | null {
	try {
		localStorage.setItem('try', '');
		localStorage.removeItem('try');
		return localStorage;
	} catch {
		return null;
	}
}

function inTime<T>(promise: Promise<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		setTimeout(() => reject(new Error('The database does not answer')), patience);
		promise.then(resolve, reject);
	});
}
