import type { RequestEvent } from '@sveltejs/kit';
import { admit } from '#lib/server/web/admission.ts';
import type { Access } from '#lib/server/web/policy.ts';
import { reaches, type Kind } from '#lib/server/staff/reach.ts';
import * as sessions from '#lib/server/staff/sessions.ts';
import { entranceOf } from './entrance.ts';
import { refuse } from './refuse.ts';
import { sendTo } from './send-to.ts';

/** Who it is, and whether they may. Asked again by every transaction that the request begins. */
export function ask({ locals, params, request }: RequestEvent, access: Access) {
	const { db, now, entrance } = locals;
	const session = ofWriter(request, sessions.find(db, entrance.token, now));
	const user = session?.user ?? null;
	const reachesThat = (kind: Kind) => reaches(db, user!, kind, params);
	return { user, admitted: admit(access, session, { at: now, reaches: reachesThat }) };
}

/** Before any of a large file is read; who sends it is asked again when it is here. */
export function refuseUpload(
	event: RequestEvent,
	access: Access,
	template: string
): Response | null {
	event.locals.entrance = entranceOf(event);
	const { admitted } = ask(event, access);
	if (admitted === 'admitted') return null;
	if (admitted === 'not-found') return refuse(event, { status: 404 }, template);
	return sendTo(event, admitted, { template, words: null });
}

/** A page says who writes in it: nothing of theirs is saved for somebody who has signed in since. */
function ofWriter(request: Request, session: sessions.Session | null) {
	const writer = request.headers.get('x-writer');
	return writer !== null && writer !== session?.user.id ? null : session;
}
