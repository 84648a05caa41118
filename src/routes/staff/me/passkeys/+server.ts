import { error, json } from '@sveltejs/kit';
import { deviceOf } from '#lib/domain/reader/offline/device.ts';
import * as passkeys from '#lib/server/staff/passkeys.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals: { db, user, origin, now } }) => {
	const isAdded = await passkeys.add(db, user!.id, {
		response: await request.json().catch(() => null),
		device: deviceOf(request.headers.get('user-agent')),
		origin,
		at: now
	});
	if (!isAdded) error(422, 'パスキーを加えられませんでした。はじめからもう一度お試しください。');
	return json({});
};
