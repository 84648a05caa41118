import { error, fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/domain/input/form.ts';
import { compareRevisions } from '#lib/domain/editing/revision-comparison.ts';
import { keepForStaff } from '#lib/domain/resource/staff-only.ts';
import { names } from '#lib/server/regions/names.ts';
import { readingOf } from '#lib/server/search/kana-reading.ts';
import { contents } from '#lib/server/contents/read.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import { history } from '#lib/server/resources/history.ts';
import { save } from '#lib/server/editing/save.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { db } }) => {
	const found = staffView.find(db, params.id);
	if (!found) error(404, 'この資源はありません。');
	const revisions = history(db, params.id);
	const asked = (name: string, otherwise: number | undefined) => {
		const id = Number(url.searchParams.get(name)) || otherwise;
		return revisions.find((revision) => revision.id === id);
	};
	const to = asked('to', revisions[0]?.id);
	const from = asked('from', revisions[1]?.id);
	const both = from && to ? contents(db, [from.id, to.id]) : new Map<number, never>();
	const [before, after] = [from && both.get(from.id), to && both.get(to.id)];
	return {
		resource: { id: found.id, name: found.content.name },
		revisions,
		from: from ?? null,
		to: to ?? null,
		changes: before && after ? compareRevisions(before, after, names(db)) : []
	};
};

export const actions: Actions = {
	restore: async ({ params, request, locals: { db, user, now } }) => {
		const form = await request.formData();
		const wanted = Number(textOf(form, 'revision'));
		const past = history(db, params.id).find(({ id }) => id === wanted);
		const content = past && contents(db, [past.id]).get(past.id);
		if (!past || !content) return fail(422, { issue: 'その改訂は、この資源にはありません。' });
		const { regionId, content: current } = staffView.find(db, params.id)!;
		// What was hidden since stays hidden: whoever wants it back opens it in the form.
		const { content: restored } = keepForStaff(content, current);
		const saved = save(db, {
			...{ resourceId: params.id, regionId, content: restored, readingOf, by: user!.id, at: now },
			base: Number(textOf(form, 'base')) || null,
			reason: `改訂${past.number}の内容に戻す`
		});
		if (saved.state === 'conflict') {
			return fail(409, {
				issue:
					'このページを開いたあとに、ほかの人が保存しました。見なおしてから、もう一度押してください。'
			});
		}
		redirect(303, `/staff/resources/${params.id}?done=restored`);
	}
};
