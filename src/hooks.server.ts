import { building } from '$app/environment';
import { createAnswers, keyOf, type Answers } from '#lib/server/answers.ts';
import { close, openDatabase, type Database } from '#lib/server/database.ts';
import { acceptsGzip, deliver, finish } from '#lib/server/delivery.ts';
import { readEnvironment } from '#lib/server/environment.ts';
import { generation } from '#lib/server/generation.ts';
import { framed, isForFrames, secureEveryAnswer, securityHeaders } from '#lib/server/headers.ts';
import { createLog, describeError, type Log } from '#lib/server/log.ts';
import { judge } from '#lib/server/policy.ts';
import { formRefusal, refusalOf } from '#lib/server/refusal.ts';
import { prepare } from '#lib/server/preparation.ts';
import { createTiles, type Tiles } from '#lib/server/tiles.ts';
import { isBusy } from '#lib/server/transaction.ts';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import errorPage from './error.html?raw';
import { refuse } from './hooks/refuse.ts';
import { sentenceOf } from './hooks/sentences.ts';

let app: {
	db: Database;
	answers: Answers;
	tiles: Tiles;
	log: Log;
	origin: string | undefined;
};
/** Asked dozens of times for one look at a map. */
const quiet = new Set<string | null>(['/healthz', '/tiles/[z]/[x]/[y]']);

export const init: ServerInit = () => {
	if (building) return;
	const environment = readEnvironment();
	const db = openDatabase(environment.DATABASE_FILE, { auditKey: environment.AUDIT_KEY });
	prepare(db, { now: new Date(), sample: environment.SAMPLE === 'yes' });
	const origin = environment.ORIGIN;
	secureEveryAnswer(securityHeaders({ https: origin?.startsWith('https:') ?? false }));
	const answers = createAnswers(environment.ANSWERS_MB * 1024 * 1024);
	const log = createLog(environment.LOG_LEVEL);
	const tiles = createTiles({
		upstream: environment.TILES_UPSTREAM,
		attribution: environment.TILES_CREDIT,
		folder: environment.TILES_FOLDER ?? join(dirname(environment.DATABASE_FILE), 'tiles'),
		maxBytes: environment.TILES_MB * 1024 * 1024,
		days: environment.TILES_DAYS,
		changed: (isDead) => log('warn', { event: isDead ? 'tiles stopped' : 'tiles again' })
	});
	app = { db, answers, tiles, log, origin };
	process.once('sveltekit:shutdown', () => close(db));
};

export const handle: Handle = async ({ event, resolve }) => {
	const { db, tiles, log } = app;
	const requestId = randomUUID();
	Object.assign(event.locals, { db, tiles, now: new Date(), user: null, requestId });
	const started = performance.now();
	const response = await answer(event, resolve);
	const { status } = response;
	const route = event.route.id;
	if (!event.isSubRequest) {
		log(quiet.has(route) ? 'debug' : status >= 500 ? 'error' : 'info', {
			requestId,
			method: event.request.method,
			route,
			status,
			ms: Math.round((performance.now() - started) * 10) / 10,
			role: 'visitor'
		});
	}
	return response;
};

async function answer(event: RequestEvent, resolve: Parameters<Handle>[0]['resolve']) {
	const { request, locals } = event;
	const { db, now } = locals;
	const refusal =
		refusalOf(request, app.origin ?? event.url.origin) ??
		judge(request.method, event.isRemoteRequest ? 'remote' : event.route.id, request.url) ??
		(await formRefusal(request));
	if (refusal) return refuse(event, refusal, errorPage);
	if (event.isSubRequest) return resolve(event);

	const inGzip = acceptsGzip(request.headers);
	const key = keyOf(request.method, request.url, inGzip);
	const kept = key === null ? undefined : app.answers.get(db, now, key);
	if (kept) return deliver(kept, request.headers);

	const made = generation(db);
	// kit hashes and copies a page for an ETag of its own: it is given nothing to do so with.
	let page = '';
	const response = await resolve(event, {
		transformPageChunk({ html }) {
			page += html;
			return '';
		}
	});
	const policy = response.headers.get('content-security-policy');
	if (policy && isForFrames(event.url.pathname)) {
		response.headers.set('content-security-policy', framed(policy));
	}
	// kit forbids to keep any data; ours is as public as the page it belongs to.
	if (event.isDataRequest) response.headers.delete('cache-control');
	const status = locals.failure === 'busy' && response.status === 500 ? 503 : response.status;
	const isGood = status === 200 && key !== null && !locals.failure;
	const finished = await finish(response, {
		page: page || null,
		cacheControl: cacheControl(event, status),
		inGzip
	});
	if (status === 503) finished.headers.push(['retry-after', '5']);
	if (isGood && request.method === 'GET' && !response.headers.has('set-cookie')) {
		app.answers.set(db, now, key, made, finished);
	}
	return deliver(finished, request.headers, status);
}

function cacheControl({ request, locals }: RequestEvent, status: number): string {
	if (request.method !== 'GET' && request.method !== 'HEAD') return 'no-store';
	if (status >= 400 || locals.failure) return 'no-store';
	return locals.frozen && status === 200 ? 'public, max-age=31536000, immutable' : 'no-cache';
}

export const handleError: HandleServerError = ({ error, event, status }) => {
	const { requestId = randomUUID() } = event.locals;
	if (isBusy(error)) event.locals.failure = 'busy';
	else if (status >= 500) event.locals.failure = 'broken';
	if (status >= 500) {
		app.log('error', { requestId, route: event.route.id, ...describeError(error) });
	}
	return { message: sentenceOf(event.locals.failure === 'busy' ? 503 : status), requestId };
};
