import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Content } from '#lib/domain/content.ts';
import { textOf } from '#lib/domain/form.ts';
import { chosenOf, inOldOrder } from '#lib/domain/reconcile.ts';
import { fieldsOf, formOf, parseResource } from '#lib/domain/resource-form.ts';
import { tidy } from '#lib/domain/formats/letters.ts';
import { contents } from '#lib/server/resources.ts';
import * as drafts from '#lib/server/drafts.ts';
import * as proposals from '#lib/server/proposals.ts';
import { readingOf } from '#lib/server/reader.ts';
import { divergencesOf } from '#lib/server/resources/editor.ts';
import { look as lookAt } from '#lib/server/resources/look.ts';
import { ownRevision, save as publish } from '#lib/server/resources/saving.ts';
import { readInto } from './reading.ts';

/** null: a new one. */
export type Target = { resourceId: string | null; regionId: number };

const keyOf = ({ locals }: RequestEvent, target: Target) => ({
	by: locals.user!.id,
	subject: drafts.subjectOf(target)
});

/** What was typed, and what can be told of it. */
function typedOf({ locals: { db, now } }: RequestEvent, target: Target, form: FormData) {
	const typed = readInto(fieldsOf(form), textOf(form, 'read'));
	const fields = { ...typed, kana: textOf(form, 'kana-suggested') || typed.kana };
	const base = ownRevision(db, target.resourceId, textOf(form, 'base'));
	const words = { base, reason: textOf(form, 'reason') };
	return { ...words, fields, look: lookAt(db, fields, { ...target, now }) };
}

/** Shows what was typed with a row more, or with a schedule read, and saves nothing. */
export const look = (event: RequestEvent, target: Target, form: FormData) => ({
	...typedOf(event, target, form),
	more: textOf(form, 'add')
});

export function keepDraft(event: RequestEvent, target: Target, form: FormData) {
	const { db, now } = event.locals;
	const base = ownRevision(db, target.resourceId, textOf(form, 'base'));
	const draft = { fields: fieldsOf(form), base, at: now };
	drafts.keep(db, keyOf(event, target), draft);
	return draft;
}

export function discard(event: RequestEvent, target: Target): never {
	drafts.discard(event.locals.db, keyOf(event, target));
	redirect(303, event.url.pathname);
}

export function save(event: RequestEvent, target: Target, form: FormData) {
	const parsed = parseResource(form);
	const typed = typedOf(event, target, form);
	if ('issues' in parsed) return fail(422, { ...typed, issues: parsed.issues });
	return store(event, target, parsed.value, typed);
}

/** After somebody else saved: what was chosen field by field, on top of theirs. */
export function reconcile(event: RequestEvent, target: Target, form: FormData) {
	const parsed = parseResource(form);
	const typed = typedOf(event, target, form);
	if ('issues' in parsed) return fail(422, { ...typed, issues: parsed.issues });
	const { db } = event.locals;
	const theirs = ownRevision(db, target.resourceId, textOf(form, 'theirs'));
	const seen = theirs === null ? undefined : contents(db, [theirs]).get(theirs);
	if (theirs === null || !seen) return fail(422, typed);
	const open = divergencesOf(db, parsed.value, { base: typed.base, current: theirs });
	const undecided = open.filter(({ field }) => !textOf(form, `choice.${field}`));
	if (undecided.length > 0) return fail(422, { ...typed, theirs, open, isUndecided: true });
	const taken = open.filter(({ field }) => textOf(form, `choice.${field}`) === 'theirs');
	const fields = taken.map(({ field }) => field);
	const chosen = chosenOf(parsed.value, seen, fields);
	return store(event, target, chosen, { ...typed, fields: formOf(chosen), base: theirs });
}

function store(
	event: RequestEvent,
	target: Target,
	content: Content,
	typed: ReturnType<typeof typedOf>
) {
	const { db, user, now } = event.locals;
	const { base } = typed;
	const before = base === null ? undefined : contents(db, [base]).get(base);
	const reason = tidy(typed.reason).slice(0, 500) || null;
	const made = before ? inOldOrder(content, before) : content;
	const saving = { ...target, content: made, base, by: user!.id, at: now, reason, readingOf };
	if (user!.role === 'partner') {
		const { resourceId } = proposals.propose(db, saving);
		drafts.discard(db, keyOf(event, target));
		redirect(303, `/staff/resources/${resourceId}?done=proposed`);
	}
	const saved = publish(db, saving);
	if (saved.state === 'conflict') {
		const open = divergencesOf(db, made, { base, current: saved.current });
		return fail(409, { ...typed, theirs: saved.current, open });
	}
	drafts.discard(db, keyOf(event, target));
	redirect(303, `/staff/resources/${saved.resourceId}?done=${saved.state}`);
}
