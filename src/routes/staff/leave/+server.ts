import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ locals: { entrance } }) => {
	entrance.leave();
	redirect(303, '/staff/login');
};
