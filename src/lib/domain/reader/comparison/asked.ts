import { isResourceId } from '#lib/domain/reader/profile/public-resource.ts';
import { most } from './size.ts';

/** The places that an address asks for, each once, in its order; what is no id is as if it had not been said. */
export const placesAsked = (params: URLSearchParams): string[] =>
	[...new Set(params.getAll('place'))].filter(isResourceId);

export const comparisonAddress = (ids: readonly string[]): string =>
	`/compare${ids.length > 0 ? '?' : ''}${ids.map((id) => `place=${id}`).join('&')}`;

/** Sentences on what was asked for and is not shown. `lost`: not listed any more. */
export function issuesOf({ asked, lost }: { asked: number; lost: number }): string[] {
	const isMore = asked > most;
	return [
		...(isMore
			? [
					`${asked}か所が選ばれています。一度にくらべられるのは${most}か所までなので、はじめの${most}か所を出しています。`
				]
			: []),
		...(lost > 0 ? [`${lost}か所は、いまは載っていません。`] : [])
	];
}
