import { json } from '@sveltejs/kit';
import { workingOn } from '#lib/server/booklet/staff-view.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import type { RequestHandler } from './$types';

/** How far the booklet is that is being made; null: none is. */
export const GET: RequestHandler = ({ params, locals: { db } }) =>
	json({ step: workingOn(db, staffView.find(db, params)!.id)?.step ?? null });
