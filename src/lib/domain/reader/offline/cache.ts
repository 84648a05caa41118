/** What a device that keeps a region does with a request of its pages. */
export type Way =
	/** From the server; where it cannot be reached, a page that was kept: itself, or the one for all others. */
	| { kind: 'page'; kept: string }
	/** Part of the program, which never changes under its address. */
	| { kind: 'program' }
	/** From the server; where it cannot be reached, as it was kept. */
	| { kind: 'data' }
	/** Which page an address leads to; without the server none, and the browser goes there by itself. */
	| { kind: 'route' };

/** Stands in for every page that cannot be had. */
export const standIn = '/offline';
/** Pages that need nothing but the device. */
export const ownPages = ['/bookmarks', '/compare', '/handout', '/settings', '/rest', '/now'];

/** Never touched, whatever is kept. */
const untouched = /^\/(staff|api|tiles|embed|healthz|login|account|confirm)(\/|$)/;

/** Null: none of our business. */
export function wayOf(
	{ method, isPage, isOwn }: { method: string; isPage: boolean; isOwn: boolean },
	path: string
): Way | null {
	if (method !== 'GET' || !isOwn || untouched.test(path)) return null;
	if (path.endsWith('/__route.js')) return { kind: 'route' };
	if (isPage) return { kind: 'page', kept: ownPages.includes(path) ? path : standIn };
	if (/^\/_app\/immutable\/|^\/icon\.svg$|^\/plain\.svg$/.test(path)) return { kind: 'program' };
	if (/^\/(words|regions\/[a-z0-9-]+\/resources)\.json$/.test(path)) return { kind: 'data' };
	if (/^\/outlines(\/[a-z-]+)?$/.test(path)) return { kind: 'data' };
	return null;
}

export const programCache = (version: string) => `program-${version}`;
export const isProgramCache = (name: string) => name.startsWith('program-');
export const regionCache = (slug: string) => `region-${slug}`;
export const slugOfCache = (name: string): string | null =>
	name.startsWith('region-') ? name.slice('region-'.length) : null;

/** Where the note of what is kept stands, beside it; there is nothing under this address on the server. */
export const noteAddress = (slug: string) => `/regions/${slug}/kept`;
export const resourcesAddress = (slug: string) => `/regions/${slug}/resources.json`;

/** What is kept of a region. */
export type KeptRegion = {
	slug: string;
	name: string;
	/** Of the newest edition that was published then. */
	year: number | null;
	/** ISO instant. */
	fetchedAt: string;
	/** As they came over the line. */
	bytes: number;
	/** What the server called this state of it. */
	etag: string | null;
};

/** Of the program, as it comes over the line: about, a test looks after it. */
export const programBytes = 302_000;

/** 「72KB」 */
export const sizeWords = (bytes: number): string =>
	bytes < 1_000_000
		? `${Math.max(1, Math.round(bytes / 1000))}KB`
		: `${(bytes / 1e6).toFixed(1)}MB`;
