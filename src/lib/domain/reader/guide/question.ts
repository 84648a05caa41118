import { facets, parseFilter, type Facet, type Filter } from '#lib/domain/search/filter.ts';
import type { Path } from './path.ts';
import { audiencesOf, type Wish } from './wish.ts';

/** A question to a list, and what was left out of it so that it finds something. */
export type Question = { filter: Filter; loosened: string | null };

const anyManner = '連絡のしかたや行きかたは、しぼらずに出しています。';

const blank = () => parseFilter(new URLSearchParams());

/**
 * What a wish asks, from everything that was answered to the wish alone: the first one that finds
 * something is shown, and says what it left out.
 */
export function questionsOf(wish: Wish, path: Path): Question[] {
	const [facet, codes] = wish.asks;
	const how: [Facet, string[]][] = facet === 'ease' ? [] : [['ease', path.how]];
	const who: [Facet, string[]][] = [['audience', audiencesOf(wish.for ?? path.whom)]];
	const online: [Facet, string[]][] = path.online ? [['online', ['yes']]] : [];
	const town: [Facet, string[]][] = path.municipality
		? [['municipality', [path.municipality]]]
		: [];
	const region: [Facet, string[]][] = path.region ? [['region', [path.region]]] : [];
	const asked: [Facet, string[]] = [facet, codes];
	const anywhere = [asked, ...who];
	const steps: { parts: [Facet, string[]][]; loosened: string | null }[] = [
		{
			parts: [...anywhere, ...region, ...town, ...online, ...how],
			loosened: facet === 'ease' && path.how.length > 0 ? anyManner : null
		},
		{
			parts: [...anywhere, ...region, ...town, ...online],
			loosened: anyManner
		},
		{
			parts: [...anywhere, ...region, ...online],
			loosened: 'この市区町村にはまだ載っていないので、地域ぜんたいから出しています。'
		},
		{
			parts: [...anywhere, ...region],
			loosened: '家から参加できるところはまだ載っていないので、行くところから出しています。'
		},
		{
			parts: [asked, ...region],
			loosened: 'だれのためかは、しぼらずに出しています。'
		},
		{ parts: [asked], loosened: 'この地域にはまだ載っていないので、ほかの地域から出しています。' }
	];
	return steps
		.map(({ parts, loosened }) => ({ filter: filterOf(parts), loosened }))
		.filter(({ filter }, at, all) => at === 0 || !isSame(filter, all[at - 1]!.filter));
}

function filterOf(parts: [Facet, string[]][]): Filter {
	const filter = blank();
	for (const [facet, codes] of parts) {
		filter.chosen[facet] = [...new Set([...filter.chosen[facet], ...codes])];
	}
	return filter;
}

const isSame = (one: Filter, other: Filter): boolean =>
	facets.every((facet) => one.chosen[facet].join() === other.chosen[facet].join());
