import { fail, redirect } from '@sveltejs/kit';
import { parseEditionWords, wordFields } from '#lib/domain/edition-words.ts';
import { textOf } from '#lib/domain/form.ts';
import * as desk from '#lib/server/editions/desk.ts';
import { setWords, words } from '#lib/server/editions/words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, url, locals: { db } }) => {
	const { edition } = await parent();
	return { words: words(db, edition.id), isSaved: url.searchParams.has('saved') };
};

export const actions: Actions = {
	default: async ({ params, request, url, locals: { db, user, now } }) => {
		const form = await request.formData();
		const edition = desk.find(db, params)!;
		const given = Object.fromEntries(
			[...Object.keys(wordFields), 'colour'].map((name) => [name, textOf(form, name)])
		);
		const parsed = parseEditionWords(form);
		if ('issues' in parsed) return fail(422, { given, issues: parsed.issues, isLocked: false });
		const isSaved = setWords(db, edition.id, parsed.value, { by: user!.id, at: now });
		if (!isSaved) return fail(409, { given, issues: {}, isLocked: true });
		redirect(303, `${url.pathname}?saved`);
	}
};
