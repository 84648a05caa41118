import { error, json } from '@sveltejs/kit';
import { pointOf, statementOf } from '#lib/domain/map/placing.ts';
import * as placing from '#lib/server/regions/maps/placing.ts';
import type { RequestHandler } from './$types';

/** What a form that places something needs to know (`ui/map/placing/Placing.svelte`); nothing is kept. */
export const POST: RequestHandler = async ({ request, locals: { db, geocoder, user } }) => {
	const sent: unknown = await request.json().catch(() => null);
	if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
		error(400, '場所を、JSON のひとつのまとまりで送ってください。');
	}
	const asked = sent as Record<string, unknown>;
	const stated = statementOf(asked);
	const point = pointOf(asked.latitude, asked.longitude);
	return json({
		judgement: point && placing.judge(db, point, stated.municipality),
		suggested: placing.suggest(db, stated),
		looked:
			asked.lookUp === true
				? await placing.lookUp(db, geocoder, stated, { precision: asked.precision, by: user!.id })
				: null
	});
};
