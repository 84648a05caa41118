import { text } from '@sveltejs/kit';
import { robotsText } from '#lib/domain/formats/feeds/robots.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { origin } }) => text(robotsText(origin));
