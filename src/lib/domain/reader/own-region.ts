/** The region that somebody wants to see first; kept on their device alone. */
export type OwnRegion = { slug: string; name: string };

export const ownRegionKey = 'region';
const longestName = 40;

/** From what a device held, whoever wrote it. */
export function parseOwnRegion(text: string | null): OwnRegion | null {
	try {
		const { slug, name } = JSON.parse(text ?? '{}') as Partial<Record<string, unknown>>;
		const isKnown = typeof slug === 'string' && /^[a-z0-9-]{1,50}$/.test(slug);
		const isNamed = typeof name === 'string' && name !== '' && [...name].length <= longestName;
		return isKnown && isNamed ? { slug, name } : null;
	} catch {
		return null;
	}
}

/** The same things, those of the own region before the others. */
export const ownFirst = <One extends { slug: string }>(
	all: readonly One[],
	own: OwnRegion | null
): One[] => [
	...all.filter(({ slug }) => slug === own?.slug),
	...all.filter(({ slug }) => slug !== own?.slug)
];
