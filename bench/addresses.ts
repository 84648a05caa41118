import { filterAddress, parseFilter, sorts, type Facet } from '#lib/domain/search/filter.ts';
import { weekdays } from '#lib/domain/calendar/weekday.ts';
import { codes, dice } from './generate.ts';

/** Addresses of one list, each with another filter, order or page: what people ask who look around. */
export function filtered(path: string, count: number): string[] {
	const random = dice(7);
	const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
	const choices: Partial<Record<Facet, readonly string[]>> = {
		category: codes('category'),
		need: codes('need'),
		audience: codes('audience'),
		ease: codes('ease'),
		fee: codes('fee'),
		day: weekdays
	};
	const chosen = Object.keys(choices) as (keyof typeof choices)[];
	const addresses = new Set<string>();
	while (addresses.size < count) {
		const params = new URLSearchParams({ sort: one(sorts) });
		const many = 1 + Math.floor(random() * 3);
		for (let at = 0; at < many; at += 1) {
			const facet = one(chosen);
			params.append(facet, one(choices[facet]!));
		}
		if (random() < 0.2) params.set('page', '2');
		addresses.add(path + filterAddress(parseFilter(params)));
	}
	return [...addresses];
}
