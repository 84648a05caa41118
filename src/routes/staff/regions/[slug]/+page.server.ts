import { fail, redirect } from '@sveltejs/kit';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import { textOf } from '#lib/domain/input/form.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { db, user, now } }) => {
	const region = regions.find(db, params.slug)!;
	const all = staffView.all(db, { region: region.slug });
	// A fiscal year begins in April; its booklet is made before.
	const [year, month] = japanDate(now).split('-').map(Number);
	const due = month! >= 4 ? year! + 1 : year!;
	const last = all.find(({ state }) => state !== 'withdrawn');
	const next = last ? Math.max(last.year + 1, due) : due;
	return {
		region: { slug: region.slug, name: region.name },
		mayRemove: region.fictional && user!.role === 'admin',
		editions: all,
		next,
		outlook: editions.outlook(db, { regionId: region.id, year: next })
	};
};

export const actions: Actions = {
	open: async ({ params, request, locals: { db, user, now } }) => {
		const year = textOf(await request.formData(), 'year').trim();
		if (!/^20\d\d$/.test(year)) {
			return fail(422, { issue: `年度は 2027 のような西暦4桁で書きます（いまは「${year}」）。` });
		}
		const regionId = regions.find(db, params.slug)!.id;
		const opened = editions.openFrom(db, {
			...{ regionId, year: Number(year) },
			...{ by: user!.id, at: now }
		});
		if (opened === 'exists') return fail(409, { issue: `${year}年度版は、もうあります。` });
		redirect(303, `/staff/regions/${params.slug}/${year}`);
	}
};
