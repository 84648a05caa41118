import { fail, redirect } from '@sveltejs/kit';
import { boardMatches, boardOf, parseBoardFilter } from '#lib/domain/edition/board.ts';
import { numberIn, textOf, textsOf } from '#lib/domain/input/form.ts';
import { stages } from '#lib/domain/edition/round.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as staff from '#lib/server/staff/staff.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, url, locals: { db, user } }) => {
	const { edition } = await parent();
	const filter = parseBoardFilter(url.searchParams);
	const { places, ...board } = boardOf(editions.board(db, edition.id), filter);
	const { municipalities } = names(db);
	const regionId = regions.find(db, edition.region)!.id;
	return {
		filter,
		board,
		me: user!.id,
		changed: numberIn(url.searchParams, 'changed'),
		chapters: editions.chaptersOf(db),
		towns: [...places]
			.map(([code, row]) => ({
				code,
				name: municipalities.get(code) ?? '市区町村なし',
				cells: Object.fromEntries(row)
			}))
			.sort((a, b) => (a.code || '~').localeCompare(b.code || '~')),
		people: staff.editorsOf(db, regionId)
	};
};

export const actions: Actions = {
	change: async ({ params, request, url, locals: { db, user, now } }) => {
		const form = await request.formData();
		const edition = staffView.find(db, params)!;
		const ids = form.has('all')
			? boardMatches(editions.board(db, edition.id), parseBoardFilter(url.searchParams)).map(
					({ entryId }) => entryId
				)
			: textsOf(form, 'entry').flatMap((id) => (/^\d{1,15}$/.test(id) ? Number(id) : []));
		const stage = textOf(form, 'stage');
		const person = textOf(form, 'assignee');
		const known = staff.editorsOf(db, regions.find(db, params.slug)!.id);
		const found = stages.find((one) => one === stage);
		const isPerson = known.some(({ id }) => id === person);
		if (ids.length === 0) return fail(422, { issue: '変える掲載に、印をつけてください。' });
		if (!found && stage !== 'none' && !isPerson && person !== 'none') {
			return fail(422, { issue: '進みぐあいか担当の、どちらかを選んでください。' });
		}
		const changed = editions.change(db, edition.id, ids, {
			...(found ? { stage: found } : stage === 'none' ? { stage: null } : {}),
			...(isPerson ? { assignee: person } : person === 'none' ? { assignee: null } : {}),
			...{ by: user!.id, at: now }
		});
		if (changed.found === 0)
			return fail(409, { issue: '変えていません。校了したか、掲載が外されています。' });
		const back = new URLSearchParams(url.search);
		for (const name of [...back.keys()]) if (name.startsWith('/')) back.delete(name);
		back.set('changed', String(changed.changed));
		redirect(303, `${url.pathname}?${back}`);
	}
};
