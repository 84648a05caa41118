import { shortCodeOf } from '#lib/domain/reader/profile/short-address.ts';
import { policy } from '#lib/server/web/policy.ts';

/** The routes a reader may ask, by their ids. */
export const readersRoutes = (): string[] =>
	Object.keys(policy).filter((route) => policy[route]!.GET === 'public');

/** The route that an address asks, or `undefined`; a literal route before one with parameters. */
export function routeOf(address: string): string | undefined {
	const path = new URL(address, 'http://localhost').pathname.replace(/\/?__data\.json$/, '') || '/';
	const matches = (route: string) =>
		new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/\[\w+\]/g, '[^/]+')}$`).test(path);
	const parameters = (route: string) => route.split('[').length;
	return readersRoutes()
		.filter(matches)
		.sort((one, other) => parameters(one) - parameters(other))[0];
}

/** What else of a route is asked of it by a query: every form of its paper, and the corners of it that tell of places. */
const corners: Record<string, readonly string[]> = {
	'/guide': ['step=found', 'step=found&region=sakura', 'step=found&for=person&wish=calm'],
	'/outlines/land.svg': ['bbox=138,35,140,37&width=300&height=200'],
	'/regions/[slug]/[year]/booklet.pdf': ['form=yasashii', 'form=large', 'form=a4'],
	'/regions/[slug]/[year]/booklet.html': ['download'],
	'/regions/[slug]/[year]/errata': ['number=1', 'number=2', 'number=3', 'number=4', 'page=3'],
	'/regions/[slug]/poster': ['style=strips'],
	'/regions/[slug]/poster.pdf': ['paper=a3'],
	'/resources/[id]/card': ['paper=a4'],
	'/resources/[id]/letter': ['from=person', 'from=family', 'from=supporter'],
	'/resources/[id]/poster': ['style=strips']
};

/** Every address a reader may ask, found in the policy, as far as it can be about some places of a region. */
export function readersAddresses({
	slug,
	years,
	ids,
	words
}: {
	slug: string;
	years: readonly number[];
	ids: readonly string[];
	words: readonly string[];
}): string[] {
	const params: Record<string, readonly string[]> = {
		'[slug]': [slug],
		'[year]': years.map(String),
		'[id]': ids,
		'[code]': ids.map(shortCodeOf),
		'[prefecture]': ['13'],
		'[z]/[x]/[y]': ['5/28/12'],
		'[token]': ['x'.repeat(43)],
		'[part]': ['pages', `region-${slug}`, ...years.map((year) => `edition-${slug}-${year}`)]
	};
	const filled = (asked: readonly string[]) =>
		Object.entries(params).reduce<readonly string[]>(
			(routes, [name, values]) =>
				routes.flatMap((route) =>
					route.includes(name) ? values.map((value) => route.replace(name, value)) : [route]
				),
			asked
		);
	const paths = filled(readersRoutes());
	const data = paths.filter((route) => !/\.\w+$|^\/(api|tiles|outlines)/.test(route));
	const queries = words.map((word) => `q=${encodeURIComponent(word)}`);
	const asked = [
		'view=map',
		'sort=checked',
		'sort=kana',
		'sort=municipality',
		'page=2',
		...queries
	];
	const lists = [`/regions/${slug}`, ...years.map((year) => `/regions/${slug}/${year}`)];
	const feeds = [`/regions/${slug}`, '/search'].flatMap((route) =>
		['calendar.ics', 'new.atom'].map((name) => `${route}/${name}`)
	);
	const compared = ids.flatMap((id) => [`?place=${id}`, `?place=${ids[0]}&place=${id}`]);
	const ofYears = ['', ...years.map((year) => `region=${slug}&year=${year}&`)];
	const printed = ids.flatMap((id) =>
		years.map((year) => `/resources/${id}@?edition=${slug}-${year}`)
	);
	return [
		...paths,
		...filled(
			Object.entries(corners).flatMap(([route, queries]) =>
				queries.map((query) => `${route}?${query}`)
			)
		),
		...data.map((route) => `${route === '/' ? '' : route}/__data.json`),
		...lists.flatMap((route) => asked.map((query) => `${route}?${query}`)),
		...lists.flatMap((route) =>
			[
				'resources.geojson',
				'resources.csv',
				'resources.xlsx',
				'resources.export.json',
				'files'
			].flatMap((file) => queries.map((query) => `${route}/${file}?${query}`))
		),
		...lists.flatMap((route) => [
			...queries.slice(0, 3).map((query) => `${route}/resources.xlsx?${query}`),
			`${route}/resources.csv?encoding=cp932`,
			`${route}/files?encoding=cp932`
		]),
		...feeds.flatMap((route) => queries.map((query) => `${route}?${query}`)),
		...printed.flatMap((address) => [
			address.replace('@', ''),
			address.replace('@', '/__data.json')
		]),
		...compared.flatMap((query) => [`/compare${query}`, `/compare/__data.json${query}`]),
		...ofYears.flatMap((of) => [
			...asked.map((query) => `/search?${of}${query}`),
			...asked.map((query) => `/api/search?limit=100&${of}${query}`),
			`/api/search?limit=100&${of}`,
			`/api/map?${of}bbox=122,20,154,46&zoom=5`,
			`/api/map?${of}bbox=122,20,154,46&zoom=12`
		]),
		...words.map((word) => `/api/suggest?q=${encodeURIComponent(word)}`)
	];
}
