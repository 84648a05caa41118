import { json } from '@sveltejs/kit';
import { bands } from '#lib/domain/map/outline.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	json({
		bands,
		...(outlines.list(locals.db) ?? { version: null, credit: null, prefectures: [] })
	});
