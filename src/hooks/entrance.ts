import type { RequestEvent } from '@sveltejs/kit';
import { randomBytes } from 'node:crypto';
import { deviceOf } from '#lib/domain/reader/offline/device.ts';
import * as sessions from '#lib/server/staff/sessions.ts';

/** The session's cookie, and that of an invitation: nothing else reads or writes one. */
export type Entrance = {
	/** '' where there is none. */
	token: string;
	/** Opens a session for somebody who has just shown who they are; an older one of the browser ends. */
	letIn(staffId: string): void;
	leave(): void;
	/** The invitation that is open in this browser, and what tells it from others that open the same. */
	invitation: { token: string; browser: string } | null;
	openInvitation(token: string): void;
	closeInvitation(): void;
};

export function entranceOf({ cookies, request, locals }: RequestEvent): Entrance {
	const { db, origin, now } = locals;
	const name = sessions.cookieName(origin);
	const token = cookies.get(name) ?? '';
	const secure = sessions.isSecure(origin);
	const [invitation, browser] = [cookies.get('invitation'), cookies.get('browser')];
	const ofInvitations = {
		path: '/staff/invitations',
		httpOnly: true,
		secure,
		sameSite: 'lax',
		maxAge: 60 * 60
	} as const;
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
		invitation: invitation && browser ? { token: invitation, browser } : null,
		openInvitation(opened) {
			cookies.set('invitation', opened, ofInvitations);
			if (!browser) cookies.set('browser', randomBytes(32).toString('base64url'), ofInvitations);
		},
		closeInvitation() {
			cookies.delete('invitation', { path: ofInvitations.path, secure });
		}
	};
}
