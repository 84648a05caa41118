import { error, fail, redirect } from '@sveltejs/kit';
import { nextLeft } from '#lib/domain/edition/board.ts';
import { dateWords, japanDate } from '#lib/domain/calendar/calendar.ts';
import { numberIn } from '#lib/domain/input/form.ts';
import { givenIn, nextDue, parseVerified, seenIn } from '#lib/domain/edition/round.ts';
import { contactLines } from '#lib/domain/resource/contact-lines.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as verifications from '#lib/server/editing/verify.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { names } from '#lib/server/regions/names.ts';
import { readingOf } from '#lib/server/search/kana-reading.ts';
import { checks } from '#lib/server/resources/history.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = 'この年度版に、その資源は載っていません。';

export const load: PageServerLoad = async ({ parent, params, url, locals: { db, now } }) => {
	const { edition } = await parent();
	const entry = verifications.entryOf(db, edition.id, params.id) ?? error(404, missing);
	const board = editions.board(db, edition.id);
	const at = board.findIndex(({ resourceId }) => resourceId === params.id);
	const { content } = entry;
	return {
		entry: {
			...{ number: entry.number, id: params.id, name: content.name, kana: content.kana },
			...{ revision: entry.revisionId, check: entry.verificationId }
		},
		progress: board[at]!.progress,
		isOwed: board[at]!.isOwed,
		contacts: contactLines(content),
		note: content.staffNote,
		today: japanDate(now),
		nextDue: nextDue(japanDate(now), verifications.lastCheck(db, params.id)),
		before: checks(db, params.id)
			.slice(0, 5)
			.map(({ id, on, method, result, note }) => ({ id, on: dateWords(on), method, result, note })),
		methods: [...names(db).vocabularies.method.values()].map(({ code, label }) => ({
			code,
			label
		})),
		left: board.filter(({ isDone }) => !isDone).length,
		done: numberIn(url.searchParams, 'done'),
		isRevoked: url.searchParams.has('revoked')
	};
};

export const actions: Actions = {
	write: async ({ params, request, locals: { db, user, now } }) => {
		const edition = staffView.find(db, params)!;
		if (!verifications.entryOf(db, edition.id, params.id)) error(404, missing);
		const form = await request.formData();
		const verified = parseVerified(form, japanDate(now));
		const given = givenIn(form);
		if ('issues' in verified) return fail(422, { given, issues: verified.issues, refused: null });
		const [seen, act] = [seenIn(form), { by: user!.id, at: now, readingOf }];
		const entry = { editionId: edition.id, resourceId: params.id };
		const refused = verifications.verifyEntry(db, entry, verified.value, { ...act, seen });
		if (refused !== 'written') {
			return fail(409, { given, issues: {}, refused, news: verifications.newsOf(db, entry, seen) });
		}
		const path = `/staff/regions/${params.slug}/${params.year}`;
		if (verified.value.result === 'changed') redirect(303, `/staff/resources/${params.id}`);
		redirect(303, nextOf(db, edition.id, params.id, path));
	},
	revoke: async ({ params, request, url, locals: { db, user, now } }) => {
		const entry = { editionId: staffView.find(db, params)!.id, resourceId: params.id };
		const { verification } = seenIn(await request.formData());
		const refused = verifications.revoke(db, entry, verification, { by: user!.id, at: now });
		if (refused !== 'written') return fail(409, { given: null, issues: {}, refused });
		redirect(303, `${url.pathname}?revoked`);
	}
};

/** The next entry that is left; else the board. */
function nextOf(db: App.Locals['db'], editionId: number, id: string, path: string): string {
	const { number, next } = nextLeft(editions.board(db, editionId), id);
	return next
		? `${path}/entries/${next.resourceId}/verification?done=${number}`
		: `${path}?changed=1`;
}
