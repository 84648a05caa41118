import { json } from '@sveltejs/kit';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => json(outlines.list(locals.db));
