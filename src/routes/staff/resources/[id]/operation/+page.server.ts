import { error, fail, redirect } from '@sveltejs/kit';
import { contentOf, formOf } from '#lib/domain/editing/form.ts';
import { textOf } from '#lib/domain/input/form.ts';
import { parseReason } from '#lib/domain/input/reason.ts';
import { readingOf } from '#lib/server/search/kana-reading.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import { editionsOf, save } from '#lib/server/editing/save.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { db } }) => {
	const found = staffView.find(db, params.id);
	if (!found) error(404, 'この資源はありません。');
	const { name, operation, operationOn, operationNote } = found.content;
	return {
		resource: { id: found.id, name, operation, operationOn, operationNote },
		base: found.isCurrent ? found.revision : null,
		editions: editionsOf(db, found.id)
	};
};

export const actions: Actions = {
	default: async ({ params, request, locals: { db, user, now } }) => {
		const form = await request.formData();
		const given = {
			operation: textOf(form, 'operation'),
			operationOn: textOf(form, 'operationOn'),
			operationNote: textOf(form, 'operationNote'),
			reason: textOf(form, 'reason')
		};
		const { content, regionId, id } = staffView.find(db, params.id)!;
		const { reason: why, ...changed } = given;
		const parsed = contentOf({ ...formOf(content), ...changed });
		const reason = parseReason(why);
		const issues = {
			...('issue' in reason ? { reason: reason.issue } : {}),
			...('issues' in parsed
				? Object.fromEntries(parsed.issues.map(({ path, message }) => [path, `${message}。`]))
				: {})
		};
		if ('issue' in reason || 'issues' in parsed) return fail(422, { given, issues });
		const base = Number(textOf(form, 'base')) || null;
		const saved = save(db, {
			...{ resourceId: id, regionId, content: parsed.value, base, readingOf },
			...{ by: user!.id, at: now, reason: reason.value }
		});
		if (saved.state === 'conflict') {
			const issue =
				'このページを開いたあとに、ほかの人が保存しました。いまの内容を見てから、もう一度押してください。';
			return fail(409, { given, issues: { operation: issue } });
		}
		redirect(303, `/staff/resources/${id}?done=${saved.state}`);
	}
};
