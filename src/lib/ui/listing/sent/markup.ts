import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { Row as RowData } from '#lib/domain/listing/row.ts';
import Row from '#lib/ui/listing/Row.svelte';

/** What a row depends on beside itself. */
export type Around = {
	/** Query string of its page as an edition has it; only places of today are compared. */
	query?: string;
	/** By slug, where the list goes over several regions. */
	regions?: Record<string, { name: string; fictional: boolean }>;
};

/** A row is the same object in every list of a moment: what it looks like is made once. */
const known = new WeakMap<RowData, Map<string, string>>();

/** The rows of a list in HTML that nothing hydrates. Svelte makes it: it escapes every value. */
export function markupOf(rows: readonly RowData[], { query = '', regions }: Around = {}): string {
	let all = '';
	for (const row of rows) {
		const region = regions?.[row.region ?? ''];
		const around = region ? `${query} ${region.fictional} ${region.name}` : query;
		let looks = known.get(row);
		if (!looks) known.set(row, (looks = new Map<string, string>()));
		let html = looks.get(around);
		if (html === undefined)
			looks.set(around, (html = bare(Row, { row, query, region, choosable: query === '' })));
		all += html;
	}
	return all;
}

/** Without the comments that mark blocks for hydration: in words and attributes `<` is escaped. */
export const bare = <Props extends object>(component: Component<Props>, props: Props): string =>
	render(component as Component<object>, { props }).body.replace(/<!--[^]*?-->/g, '');
