import { ownRegionKey, parseOwnRegion, type OwnRegion } from '#lib/domain/reader/own-region.ts';

export function readOwnRegion(): OwnRegion | null {
	try {
		return parseOwnRegion(localStorage.getItem(ownRegionKey));
	} catch {
		return null;
	}
}

/** False where the browser lets us remember nothing. */
export function writeOwnRegion({ slug, name }: OwnRegion): boolean {
	try {
		localStorage.setItem(ownRegionKey, JSON.stringify({ slug, name }));
		return true;
	} catch {
		return false;
	}
}

export function forgetOwnRegion(): void {
	try {
		localStorage.removeItem(ownRegionKey);
	} catch {
		// Nothing was remembered.
	}
}
