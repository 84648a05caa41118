import { fail } from '@sveltejs/kit';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import { coarseness, parseAlt, parsePutting } from '#lib/domain/booklet/picture/picture.ts';
import { numberIn, textOf } from '#lib/domain/input/form.ts';
import * as pictures from '#lib/server/booklet/picture/pictures.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { answer } from './answers.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const perPage = 24;

export const load: PageServerLoad = async ({ parent, url, locals: { db, now } }) => {
	const { edition } = await parent();
	const rows = pictures.pictureRows(db, edition.id).map((row) => ({
		...row,
		coarse: coarseness(row.resource === null ? 'cover' : 'photo', row)
	}));
	const pages = Math.max(1, Math.ceil(rows.length / perPage));
	const page = Math.min(numberIn(url.searchParams, 'page') || 1, pages);
	return {
		shown: rows.slice((page - 1) * perPage, page * perPage),
		photos: rows.filter(({ resource }) => resource !== null).length,
		...{ page, pages, today: japanDate(now) },
		asked: url.searchParams.get('resource') ?? '',
		done: url.searchParams.get('done'),
		entries: editions
			.board(db, edition.id)
			.map(({ resourceId, number, name }) => ({ resourceId, number, name }))
	};
};

async function read({ params, request, locals: { db, user, now } }: RequestEvent) {
	const form = await request.formData();
	const slot = {
		editionId: staffView.find(db, params)!.id,
		resource: textOf(form, 'resource') || null
	};
	return { db, form, slot, act: { by: user!.id, at: now } };
}

export const actions: Actions = {
	put: async (event) => {
		const { db, form, slot, act } = await read(event);
		const file = form.get('file');
		const sent = file instanceof File && file.size > 0 ? file : null;
		const { typed, words, issues } = parsePutting(form, {
			hasFile: sent !== null,
			today: japanDate(act.at)
		});
		const refused = (more = {}) =>
			fail(422, { put: { typed, issues: { ...issues, ...more }, resource: slot.resource ?? '' } });
		if (!sent || !words) return refused();
		const bytes = new Uint8Array(await sent.arrayBuffer());
		const done = await pictures.put(db, slot, { file: bytes, words }, act);
		if (typeof done !== 'string') return refused({ file: done.problem });
		return answer(event.url.pathname, done, slot.resource);
	},
	describe: async (event) => {
		const { db, form, slot, act } = await read(event);
		const alt = parseAlt(textOf(form, 'alt'));
		if ('issue' in alt) {
			return fail(422, { resource: slot.resource, issue: alt.issue, alt: textOf(form, 'alt') });
		}
		const done = pictures.describe(db, slot, alt.value, act);
		return answer(event.url.pathname, done, slot.resource);
	},
	remove: async (event) => {
		const { db, slot, act } = await read(event);
		return answer(event.url.pathname, pictures.remove(db, slot, act), slot.resource);
	},
	hide: async (event) => {
		const { db, form, slot, act } = await read(event);
		const done = pictures.hide(db, slot, textOf(form, 'hidden') === 'yes', act);
		return answer(event.url.pathname, done, slot.resource);
	}
};
