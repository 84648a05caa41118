import { nextStep, parsePath, pathAddress, previousStep } from '#lib/domain/reader/guide/path.ts';
import * as guidance from '#lib/server/listings/guidance.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { db, now } }) => {
	const { path: asked, step } = parsePath(url.searchParams);
	const all = regions.open(db);
	const isOpen = all.some(({ slug }) => slug === asked.region);
	const path = isOpen ? asked : { ...asked, region: null, municipality: null };
	const counts = regions.counts(db);
	const groups = step === 'found' ? guidance.groupsFor(db, path, now) : [];
	const used = new Set(groups.flatMap(({ rows }) => rows.map(({ region }) => region)));
	const shown = all.filter(({ slug }) => used.has(slug));
	const region = all.find(({ slug }) => slug === path.region);
	// Of forty regions without one, each would say the same.
	const windows = (region ? [region] : all.filter((one) => regions.listedWindow(db, one.id))).map(
		(one) => ({ href: regions.windowOf(db, one), name: one.name, fictional: one.fictional })
	);
	const town = path.municipality && (names(db).municipalities.get(path.municipality) ?? null);
	const previous = previousStep(path, step);
	return {
		isSample: shown.length > 0 && shown.every(({ fictional }) => fictional),
		path,
		step,
		next: nextStep(path, step),
		previous: previous && pathAddress(path, previous),
		region: region && { slug: region.slug, name: region.name },
		town,
		regions: all
			.filter(({ slug }) => counts.has(slug))
			.map(({ slug, name, fictional }) => ({ slug, name, fictional })),
		towns: step === 'town' && path.region ? guidance.townsOf(db, path.region, now) : [],
		windows,
		groups,
		shown: Object.fromEntries(shown.map(({ slug, name, fictional }) => [slug, { name, fictional }]))
	};
};
