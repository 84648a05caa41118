import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ setHeaders, locals: { entrance } }) => {
	entrance.leave();
	// Also what going back would show. Not "cookies", which are cleared of all neighbouring sites
	// under the same domain, and not "storage", where a reader's bookmarks are.
	setHeaders({ 'clear-site-data': '"cache"' });
	redirect(303, '/staff/login');
};
