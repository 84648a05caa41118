import { parseResourceFilter, writeResourceFilter } from '#lib/domain/editing/resource-filter.ts';
import { editsRegion } from '#lib/domain/staff/staff.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import { options } from '#lib/server/editing/editor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { db, user, now } }) => {
	const filter = parseResourceFilter(url.searchParams);
	const mine = regions.list(db).filter(({ id }) => editsRegion(user!, id));
	const region = mine.find(({ slug }) => slug === filter.region);
	const { rows, total } = staffView.list(db, user!, filter, now);
	const { vocabularies, municipalities } = names(db);
	const pages = Math.max(1, Math.ceil(total / staffView.perPage));
	const to = (page: number) => writeResourceFilter({ ...filter, page }) || '?';
	const only = region ?? (mine.length === 1 ? mine[0] : undefined);
	return {
		filter,
		total,
		file: only
			? `/staff/regions/${only.slug}/export${writeResourceFilter({ ...filter, region: '', page: 1 })}`
			: null,
		rows: rows.map(({ category, municipality, ...row }) => ({
			...row,
			category: vocabularies.category.get(category)?.label ?? category,
			municipality: municipality && (municipalities.get(municipality) ?? municipality)
		})),
		pages,
		previous: filter.page > 1 ? to(filter.page - 1) : null,
		next: filter.page < pages ? to(filter.page + 1) : null,
		regions: mine.map(({ slug, name }) => ({ slug, name })),
		municipalities: region ? options(db, region.id).municipalities : [],
		categories: [...vocabularies.category.values()].map(({ code, label }) => ({ code, label })),
		begun: drafts.ofNew(db, user!.id).flatMap(({ regionId, name }) => {
			const at = mine.find(({ id }) => id === regionId);
			return at ? [{ slug: at.slug, region: at.name, name }] : [];
		})
	};
};
