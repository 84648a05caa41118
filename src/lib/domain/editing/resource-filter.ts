import { operations } from '#lib/domain/labels/choices.ts';

/** What the list of the editors is narrowed to, as its address says it. */
export type ResourceFilter = {
	words: string;
	/** Slug. */
	region: string;
	municipality: string;
	category: string;
	state: '' | keyof typeof resourceStates;
	page: number;
};

export const resourceStates = {
	...operations,
	hidden: '同意がなく、サイトに出ていない',
	due: '確かめる時期が来た',
	proposed: '提案あり',
	draft: '自分の書きかけ',
	withdrawn: '取り下げ'
} as const;

const names = ['words', 'region', 'municipality', 'category', 'state'] as const;

export function parseResourceFilter(query: URLSearchParams): ResourceFilter {
	const textOf = (name: string) => (query.get(name) ?? '').trim().slice(0, 100);
	const state = textOf('state');
	return {
		words: textOf('words'),
		region: textOf('region'),
		municipality: textOf('municipality'),
		category: textOf('category'),
		state: Object.hasOwn(resourceStates, state) ? (state as keyof typeof resourceStates) : '',
		page: Math.min(1000, Math.max(1, Math.trunc(Number(query.get('page'))) || 1))
	};
}

/** 「?words=ひだまり&page=2」; nothing where nothing is chosen. */
export function writeResourceFilter(filter: ResourceFilter): string {
	const query = new URLSearchParams();
	for (const name of names) if (filter[name]) query.set(name, filter[name]);
	if (filter.page > 1) query.set('page', String(filter.page));
	return query.size > 0 ? `?${query}` : '';
}
