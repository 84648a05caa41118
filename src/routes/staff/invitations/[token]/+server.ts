import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Addresses of mails that were sent before codes stood behind the `#`; the last ran out after 7 days. */
export const GET: RequestHandler = ({ params: { token } }) => {
	redirect(303, `/staff/invitations#${token}`);
};
