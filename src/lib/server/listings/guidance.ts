import { filterAddress, parseFilter, withChosen, type Filter } from '#lib/domain/search/filter.ts';
import type { Path } from '#lib/domain/reader/guide/path.ts';
import { questionsOf } from '#lib/domain/reader/guide/question.ts';
import { chosenWishes, usualFor, type Wish } from '#lib/domain/reader/guide/wish.ts';
import type { Row } from '#lib/domain/listing/row.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as listings from './listings.ts';
import * as regions from '#lib/server/regions/regions.ts';

/** Some places for one wish, among which nobody is the first. */
export type Group = {
	code: string;
	title: string;
	rows: Row[];
	total: number;
	/** Address of all of them. */
	all: string;
	/** What was left out of the question so that something is found. */
	loosened: string | null;
};

const perGroup = 4;
/** Fewer than these are no choice. */
const several = 3;
const besides = 'ほかに、地域ぜんたいから出しています。';

/** For each wish some places; where they are few, further ones for what is wished for most often. */
export function groupsFor(db: Database, path: Path, now: Date): Group[] {
	const wishes = chosenWishes(path.wishes);
	const groups = wishes.map((wish) => groupFor(db, wish, path, now));
	const found = new Set(groups.flatMap(({ rows }) => rows.map(({ id }) => id)));
	if (found.size >= several) return groups.filter(hasRows);
	const wider = { ...path, municipality: null, how: [] };
	const further = usualFor(path.whom)
		.filter(({ code }) => !wishes.some((wish) => wish.code === code))
		.map((wish) => groupFor(db, wish, wider, now))
		.map((group) => (wishes.length > 0 ? { ...group, loosened: besides } : group));
	return [...groups, ...further].filter(hasRows);
}

const hasRows = ({ rows }: Group) => rows.length > 0;

function groupFor(db: Database, wish: Wish, path: Path, now: Date): Group {
	const { code, title } = wish;
	for (const { filter, loosened } of questionsOf(wish, path)) {
		const { rows, total } = listings.everything(db, filter, now, { limit: perGroup });
		if (total > 0) return { code, title, rows, total, all: allOf(filter), loosened };
	}
	return { code, title, rows: [], total: 0, all: '/search', loosened: null };
}

/** Within one region its own list. */
function allOf(filter: Filter): string {
	const [region] = filter.chosen.region;
	return region
		? `/regions/${region}${filterAddress(withChosen(filter, 'region', []))}`
		: `/search${filterAddress(filter)}`;
}

/** Towns of a region in which something is, with how many. */
export function townsOf(db: Database, slug: string, now: Date) {
	const region = regions.find(db, slug);
	if (!region) return [];
	const { facets } = listings.region(db, region, parseFilter(new URLSearchParams()), now);
	const towns = facets.find(({ facet }) => facet === 'municipality');
	return (towns?.choices ?? []).map(({ code, name, count }) => ({ code, name, count }));
}
