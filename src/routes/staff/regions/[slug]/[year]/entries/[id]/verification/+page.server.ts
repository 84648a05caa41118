import { error, fail, redirect } from '@sveltejs/kit';
import { nextLeft } from '#lib/domain/board.ts';
import { dateWords, japanDate } from '#lib/domain/calendar.ts';
import { isBeingMade } from '#lib/domain/edition.ts';
import { numberIn, textOf, textsOf } from '#lib/domain/form.ts';
import { isDone, nextDue, parseVerified } from '#lib/domain/round.ts';
import { contactLines } from '#lib/domain/staff-contacts.ts';
import * as editions from '#lib/server/editions.ts';
import { lastCheck } from '#lib/server/editions/checking.ts';
import * as desk from '#lib/server/editions/desk.ts';
import { names } from '#lib/server/names.ts';
import { readingOf } from '#lib/server/reader.ts';
import { checks } from '#lib/server/resources/history.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = 'この年度版に、その資源は載っていません。';

export const load: PageServerLoad = async ({ parent, params, url, locals: { db, now } }) => {
	const { edition } = await parent();
	const entry = editions.entryOf(db, edition.id, params.id) ?? error(404, missing);
	const board = editions.board(db, edition.id);
	const at = board.findIndex(({ resourceId }) => resourceId === params.id);
	const { content } = entry;
	return {
		entry: { number: entry.number, id: params.id, name: content.name, kana: content.kana },
		progress: board[at]!.progress,
		contacts: contactLines(content),
		note: content.staffNote,
		today: japanDate(now),
		nextDue: nextDue(japanDate(now), lastCheck(db, params.id)),
		before: checks(db, params.id)
			.slice(0, 5)
			.map(({ on, method, result, note }) => ({ on: dateWords(on), method, result, note })),
		methods: [...names(db).vocabularies.method.values()].map(({ code, label }) => ({
			code,
			label
		})),
		left: board.filter(({ progress }) => !isDone(progress)).length,
		done: numberIn(url.searchParams, 'done')
	};
};

export const actions: Actions = {
	default: async ({ params, request, locals: { db, user, now } }) => {
		const edition = desk.find(db, params)!;
		if (!editions.entryOf(db, edition.id, params.id)) error(404, missing);
		if (!isBeingMade(edition.state)) {
			return fail(409, { issues: {}, given: null, isLocked: true });
		}
		const form = await request.formData();
		const verified = parseVerified(form, japanDate(now));
		if ('issues' in verified) {
			const given = Object.fromEntries(
				['method', 'result', 'on', 'role', 'note', 'nextDueOn'].map((name) => [
					name,
					textOf(form, name)
				])
			);
			return fail(422, {
				issues: verified.issues,
				given: { ...given, sections: textsOf(form, 'sections') },
				isLocked: false
			});
		}
		editions.verifyEntry(db, { editionId: edition.id, resourceId: params.id }, verified.value, {
			...{ by: user!.id, at: now, readingOf }
		});
		const path = `/staff/regions/${params.slug}/${params.year}`;
		if (verified.value.result === 'changed') redirect(303, `/staff/resources/${params.id}`);
		redirect(303, nextOf(db, edition.id, params.id, path));
	}
};

/** The next entry that is left; else the board. */
function nextOf(db: App.Locals['db'], editionId: number, id: string, path: string): string {
	const { number, next } = nextLeft(editions.board(db, editionId), id);
	return next
		? `${path}/entries/${next.resourceId}/verification?done=${number}`
		: `${path}?changed=1`;
}
