import type { RequestEvent } from '@sveltejs/kit';
import { randomBytes } from 'node:crypto';
import { deviceOf } from '#lib/domain/device.ts';
import * as sessions from '#lib/server/sessions.ts';

/** The session's cookie, and that of an invitation: nothing else reads or writes one. */
export type Entrance = {
	/** '' where there is none. */
	token: string;
	/** Opens a session for somebody who has just shown who they are; an older one of the browser ends. */
	letIn(staffId: string): void;
	leave(): void;
	/** What tells this browser from others that open the same invitation. */
	browser(): string;
};

export function entranceOf({ cookies, request, locals }: RequestEvent): Entrance {
	const { db, origin, now } = locals;
	const name = sessions.cookieName(origin);
	const token = cookies.get(name) ?? '';
	const secure = sessions.isSecure(origin);
	return {
		token,
		letIn(staffId) {
			if (token) sessions.end(db, token);
			const device = deviceOf(request.headers.get('user-agent'));
			// Lax, so that a link in a mail finds one signed in.
			cookies.set(name, sessions.start(db, staffId, { at: now, device }), {
				path: '/',
				httpOnly: true,
				secure,
				sameSite: 'lax'
			});
		},
		leave() {
			if (token) sessions.end(db, token);
			cookies.delete(name, { path: '/', secure });
		},
		browser() {
			const known = cookies.get('browser');
			if (known) return known;
			const drawn = randomBytes(32).toString('base64url');
			cookies.set('browser', drawn, {
				path: '/staff/invitations',
				httpOnly: true,
				secure,
				sameSite: 'lax'
			});
			return drawn;
		}
	};
}
