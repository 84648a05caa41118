import {
	namesIn,
	resourceIn,
	type RegionResource,
	type RegionResources
} from '#lib/domain/reader/offline/region-resources.ts';
import type { Moment } from '#lib/domain/calendar/calendar.ts';
import { alternativesOf, candidateOf, mostAlternatives } from './alternatives.ts';
import { alternativeOf, handoutOf } from './handout.ts';
import type { Handout } from './contents.ts';

/** The handout of a place, put together from its region's file alone. */
export function handoutIn(
	file: RegionResources,
	resource: RegionResource,
	{ now, origin }: { now: Moment; origin: string }
): Handout {
	const names = namesIn(file);
	const towns = new Map(
		file.municipalities.flatMap(({ code, name, at }) =>
			at ? [[code, { ...at, name }] as const] : []
		)
	);
	const read = (one: RegionResource) => resourceIn(file, one, now, names);
	const all = file.resources.map(read);
	const candidates = all
		.filter(({ content }) => content.operation !== 'closed')
		.map(({ row, content }) => candidateOf(row, content));
	const own = read(resource);
	const alternatives = alternativesOf(
		candidateOf(own.row, own.content),
		candidates,
		mostAlternatives
	).map(({ row }) =>
		alternativeOf(
			all.find(({ id }) => id === row.id)!,
			now
		)
	);
	return handoutOf(own, { names, now, origin, towns, alternatives });
}
