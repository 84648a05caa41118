import { json } from '@sveltejs/kit';
import * as regionFiles from '#lib/server/listings/region-files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { db, care } }) => json(regionFiles.words(db, care));
