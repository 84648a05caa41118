import { select } from '#lib/domain/listing/catalogue.ts';
import { japanMoment } from '#lib/domain/calendar/calendar.ts';
import {
	alternativesOf,
	candidateOf,
	mostAlternatives
} from '#lib/domain/reader/handout/alternatives.ts';
import { alternativeOf, handoutOf, onGround } from '#lib/domain/reader/handout/handout.ts';
import type { Alternative, Handout } from '#lib/domain/reader/handout/contents.ts';
import { parseFilter, withChosen, type Facet } from '#lib/domain/search/filter.ts';
import { isResourceId, type PublicResource } from '#lib/domain/reader/profile/public-resource.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as listings from './listings.ts';
import { names } from '#lib/server/regions/names.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import * as resourcePages from './resource.ts';
import { catalogue } from '#lib/server/search/catalogue.ts';
import { towns } from '#lib/server/regions/towns.ts';

/** So many of a kind, and so many for a need, are looked at. */
const mostCandidates = 200;

/** A resource as it is now; `goneOn`: the day on which it was taken off the live pages. */
export function find(
	db: Database,
	id: string,
	{ now, origin }: { now: Date; origin: string }
): Handout | { goneOn: string } | undefined {
	const resource = isResourceId(id) ? resourcePages.find(db, id, { now }) : undefined;
	if (!resource) return undefined;
	if (resource.gone) return { goneOn: resource.gone.on };
	const handout = handoutOf(resource, {
		names: names(db),
		now: japanMoment(now),
		origin,
		towns: towns(db),
		alternatives: alternatives(db, resource, now)
	});
	return onGround(handout, (bounds, size) => outlines.ground(db, bounds, size));
}

function alternatives(db: Database, resource: PublicResource, now: Date): Alternative[] {
	const { content, row, region } = resource;
	const scope = { region: region.id };
	const all = catalogue(db, scope);
	const having = (facet: Facet, codes: string[]) =>
		codes.length === 0
			? []
			: select(all, withChosen(parseFilter(new URLSearchParams()), facet, codes), []).first(
					mostCandidates
				);
	const documents = new Set([
		...having('category', content.categories),
		...having('need', content.needs)
	]);
	const candidates = listings
		.placed(db, scope, [...documents])
		.map(({ row, point, explained: { codes } }) => ({ row, point, codes }));
	const own = candidateOf(row, content);
	return alternativesOf(own, candidates, mostAlternatives).flatMap(({ row: { id } }) => {
		const found = resourcePages.find(db, id, { now });
		return found ? [alternativeOf(found, japanMoment(now))] : [];
	});
}
