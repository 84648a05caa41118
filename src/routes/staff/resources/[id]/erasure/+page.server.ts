import { error, fail } from '@sveltejs/kit';
import { textOf } from '#lib/domain/input/form.ts';
import { parseReason } from '#lib/domain/input/reason.ts';
import { makeUp } from '#lib/server/booklet/finals.ts';
import * as erasure from '#lib/server/editing/erasure/erase.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { db } }) => {
	const outlook = erasure.outlook(db, params.id);
	if (!outlook) error(404, 'この資源はありません。');
	return { id: params.id, outlook };
};

const tells =
	'理由に、消すことばそのものが入っています。記録は消せないので、それを除いて書いてください。';

export const actions: Actions = {
	default: async ({ params, request, locals: { db, user, now, origin } }) => {
		const form = await request.formData();
		const given = textOf(form, 'reason');
		const reason = parseReason(given);
		if ('issue' in reason) return fail(422, { issue: reason.issue, given });
		if (form.get('sure') !== 'yes') {
			return fail(422, {
				issue: '「元に戻せないことを、確かめた」に印をつけてください。',
				given
			});
		}
		const erased = erasure.erase(
			db,
			{ resourceId: params.id },
			{ by: user!.id, at: now, reason: reason.value }
		);
		if (erased === 'reason-tells') return fail(422, { issue: tells, given });
		if (typeof erased === 'string') error(404, 'この資源はありません。');
		makeUp(db, origin);
		return { erased };
	}
};
