import { json } from '@sveltejs/kit';
import { readingsOf } from '#lib/domain/labels/vocabulary.ts';
import { names } from '#lib/server/regions/names.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { db } }) => json(readingsOf(names(db).vocabularies));
