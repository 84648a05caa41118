import { fail, redirect } from '@sveltejs/kit';
import { chapterOrders } from '#lib/domain/edition/edition.ts';
import { numberIn, textOf } from '#lib/domain/input/form.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ parent, url, locals: { db } }) => {
	const { edition } = await parent();
	const chapters = editions.chaptersIn(db, edition.id);
	const asked = url.searchParams.get('chapter');
	const chapter = chapters.find(({ code }) => code === asked) ?? chapters[0] ?? null;
	return {
		...editions.ordering(db, edition.id),
		chapters,
		chapter,
		entries: chapter ? editions.orderedIn(db, edition.id, chapter.code) : [],
		moved: numberIn(url.searchParams, 'moved')
	};
};

const fixed = '校了で番号が決まったので、順番は変えられません。';

const found = ({ params, locals: { db, user, now } }: RequestEvent) => ({
	...{ db, edition: staffView.find(db, params)!, act: { by: user!.id, at: now } }
});

export const actions: Actions = {
	order: async (event) => {
		const { db, edition, act } = found(event);
		const asked = textOf(await event.request.formData(), 'order');
		const order = chapterOrders.find((one) => one === asked);
		if (!order) return fail(422, { issue: '順番のつけ方を選んでください。' });
		if (!editions.setOrder(db, edition.id, order, act)) return fail(409, { issue: fixed });
		redirect(303, event.url.pathname);
	},
	move: async (event) => {
		const { db, edition, act } = found(event);
		if (editions.ordering(db, edition.id).isNumbered) return fail(409, { issue: fixed });
		const form = await event.request.formData();
		const to = textOf(form, 'to').trim();
		if (!/^[1-9]\d{0,4}$/.test(to)) {
			return fail(422, { issue: `章の何番目かを、1からの数で書きます（いまは「${to}」）。` });
		}
		const resourceId = textOf(form, 'resource');
		const number = editions.move(db, edition.id, { resourceId, to: Number(to), ...act });
		if (number === null) return fail(422, { issue: '動かす掲載が、ここにはありません。' });
		const chapter = encodeURIComponent(textOf(form, 'chapter'));
		redirect(303, `${event.url.pathname}?chapter=${chapter}&moved=${number}#entry-${number}`);
	}
};
