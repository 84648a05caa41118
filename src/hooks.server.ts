import { building } from '$app/environment';
import { arrival, limitRequests } from '#lib/server/web/arrival.ts';
import {
	ageOf,
	createResponseCache,
	keyOf,
	type ResponseCache
} from '#lib/server/web/response-cache.ts';
import { load as loadCare, type Care } from '#lib/server/search/crisis.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { isReadOnly, ReadOnlyError } from '#lib/server/database/transaction.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { acceptsGzip, deliver, finish } from '#lib/server/web/delivery.ts';
import { readEnvironment } from '#lib/server/start/environment.ts';
import { faultOf } from '#lib/server/database/faults.ts';
import {
	allowFrames,
	framed,
	isForFrames,
	secureEveryAnswer,
	securityHeaders
} from '#lib/server/web/headers.ts';
import { hostCheck } from '#lib/server/web/hosts.ts';
import { checkpointApart } from '#lib/server/start/checkpoints.ts';
import { noteDamage } from '#lib/server/start/health.ts';
import { createGeocoder, type Geocoder } from '#lib/server/regions/maps/geocoding.ts';
import { createLog, type Log } from '#lib/server/web/log.ts';
import { describeError } from '#lib/server/database/faults.ts';
import { createMail, type Mail } from '#lib/server/staff/mail.ts';
import { atOnce } from '#lib/server/database/waiting/patience.ts';
import { RevokedError, underPermit } from '#lib/server/database/permit.ts';
import { judge, sendsForms } from '#lib/server/web/admission.ts';
import * as readOnly from '#lib/server/web/read-only.ts';
import { tend } from '#lib/server/booklet/finals.ts';
import { stopAll } from '#lib/server/booklet/jobs.ts';
import { CrowdedError } from '#lib/server/exports/turns.ts';
import { ErasedError } from '#lib/server/resources/erased.ts';
import { formRefusal, isSafe, refusalOf, type Refusal } from '#lib/server/web/request-checks.ts';
import { prepare } from '#lib/server/start/seed.ts';
import { isUpload, largestBody, tooLargeSentence } from '#lib/server/web/uploads.ts';
import type { Tiles } from '#lib/server/regions/maps/tiles.ts';
import { startWarnings } from '#lib/server/start/warnings.ts';
import { addressOf, setUp, setUpSentence } from '#lib/server/staff/invitations/invitations.ts';
import { isBusy } from '#lib/server/database/transaction.ts';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import errorPage from './error.html?raw';
import { ask, refuseUpload } from './hooks/ask.ts';
import { entranceOf } from './hooks/entrance.ts';
import { cacheControl } from './hooks/cache-control.ts';
import { giveBack, sentIn } from './hooks/give-back.ts';
import { isLost, lostRefusal, statuses } from './hooks/lost.ts';
import { isOfStaff } from './hooks/of-staff.ts';
import { refuse } from './hooks/refuse.ts';
import { render } from './hooks/render.ts';
import { retain } from './hooks/retention.ts';
import { sendTo } from './hooks/send-to.ts';
import { faultSentence, passes, sentenceOf } from './hooks/sentences.ts';
import { takenCookie } from './hooks/taken.ts';
import { tilesOf } from './hooks/tiles.ts';

let app: {
	db: Database;
	answers: ResponseCache;
	tiles: Tiles;
	care: Care;
	geocoder: Geocoder;
	log: Log;
	mail: Mail | null;
	origin: string | undefined;
	refuseHost: ReturnType<typeof hostCheck>;
	/** Seconds within which a request has to be here. */
	requestTimeout: number;
};
/** Asked dozens of times for one look at a map. */
const quiet = new Set<string | null>(['/healthz', '/tiles/[z]/[x]/[y]']);

export const init: ServerInit = () => {
	if (building) return;
	const environment = readEnvironment();
	const care = loadCare();
	const db = openDatabase(environment.DATABASE_FILE, { auditKey: environment.AUDIT_KEY });
	const lacking = prepare(db, { now: new Date(), sample: environment.SAMPLE === 'yes' });
	for (const warning of startWarnings(db, environment.DATABASE_FILE, lacking)) {
		process.stderr.write(`${warning}\n`);
	}
	const origin = environment.ORIGIN;
	secureEveryAnswer(securityHeaders({ https: origin?.startsWith('https:') ?? false }));
	const requestTimeout = environment.REQUEST_TIMEOUT;
	limitRequests(requestTimeout);
	const answers = createResponseCache(environment.ANSWERS_MB * 1024 * 1024);
	const log = createLog(environment.LOG_LEVEL);
	retain(db, environment.IMPORT_KEEP_DAYS, log);
	tend(db, origin ?? '', (fault) => log('error', fault));
	const tiles = tilesOf(environment, log);
	const geocoder = createGeocoder({ upstream: environment.GEOCODER_UPSTREAM });
	const mail = createMail(environment);
	const token = isReadOnly(db) ? null : setUp(db, { by: 'start', at: new Date() });
	if (token) process.stdout.write(setUpSentence(addressOf(origin ?? '', token)));
	const refuseHost = hostCheck({ origin, host: environment.HOST });
	app = { db, answers, care, tiles, geocoder, mail, log, origin, refuseHost, requestTimeout };
	const endCheckpoints = checkpointApart(db);
	process.once('sveltekit:shutdown', () => {
		stopAll(db);
		close(db);
		// The last to close clears the log away; two that close at once leave it to each other.
		endCheckpoints();
	});
};

export const handle: Handle = async ({ event, resolve }) => {
	const { db, care, tiles, geocoder, mail, log } = app;
	const requestId = randomUUID();
	const origin = app.origin ?? event.url.origin;
	Object.assign(event.locals, { db, care, tiles, geocoder, mail, origin });
	Object.assign(event.locals, { now: new Date(), user: null, requestId });
	const started = performance.now();
	const response = await atOnce(() => answer(event, resolve));
	const { status } = response;
	const route = event.route.id;
	if (!event.isSubRequest) {
		log(quiet.has(route) ? 'debug' : status >= 500 ? 'error' : 'info', {
			requestId,
			method: event.request.method,
			route,
			status,
			ms: Math.round((performance.now() - started) * 10) / 10,
			role: event.locals.user?.role ?? 'visitor'
		});
	}
	return response;
};

async function answer(event: RequestEvent, resolve: Parameters<Handle>[0]['resolve']) {
	const { request, locals } = event;
	const { db } = locals;
	const misled = event.isSubRequest ? null : app.refuseHost(request.headers.get('host'));
	const route = event.isRemoteRequest ? 'remote' : event.route.id;
	const refused = misled ?? refusalOf(request, locals.origin, largestBody(route));
	if (refused) return refuse(event, inWords(refused, route), errorPage);
	const judged = judge(request.method, route, request.url);
	if ('refusal' in judged) return refuse(event, judged.refusal, errorPage);
	if (isForFrames(event.route.id)) allowFrames(event.platform?.req);
	const early = isUpload(request) ? refuseUpload(event, judged.access, errorPage) : null;
	if (early) return early;
	const unread = await arrival(request, app.requestTimeout);
	if (unread) return refuse(event, unread, errorPage);
	locals.now = new Date();
	const sent = await sentIn(event);
	const words = (way?: 'sign-in' | 'confirm') => giveBack(event, sent, way);
	const closed = isSafe(request) ? null : readOnly.refusal(db);
	if (closed) return refuse(event, closed, errorPage, words());
	if (isOfStaff(event)) {
		// Readers' pages have no cookie to read.
		locals.entrance = entranceOf(event);
		const { user, admitted } = ask(event, judged.access);
		locals.user = user;
		if (admitted === 'not-found') return refuse(event, { status: 404 }, errorPage, words());
		if (admitted !== 'admitted') {
			return sendTo(event, admitted, { template: errorPage, words: words(admitted) });
		}
	}
	const malformed = await formRefusal(request);
	if (malformed) return refuse(event, malformed, errorPage);
	if (judged.access === 'public') return make(event, resolve, { sent, words });
	const isStill = () => ask(event, judged.access).admitted === 'admitted';
	return underPermit(isStill, () => make(event, resolve, { sent, words }));
}

const inWords = (refused: Refusal, route: string | null): Refusal => {
	const sentence = refused.status === 413 ? tooLargeSentence(route) : undefined;
	return sentence ? { ...refused, sentence } : refused;
};

/** `words`: those that were sent, to be given back where nothing became of them. */
async function make(
	event: RequestEvent,
	resolve: Parameters<Handle>[0]['resolve'],
	{ sent, words }: { sent: FormData | null; words: () => string | null }
) {
	const { request, locals } = event;
	const { db, now } = locals;
	if (event.isSubRequest) return resolve(event);

	const inGzip = acceptsGzip(request.headers);
	const key = isOfStaff(event) ? null : keyOf(request.method, request.url, inGzip);
	const kept = key === null ? undefined : app.answers.get(db, now, key);
	if (kept) return deliver(kept, request.headers);

	const made = key === null ? '' : ageOf(db, now);
	const { response, page } = await render(event, resolve).finally(() => tellFaults(event));
	const policy = response.headers.get('content-security-policy');
	if (policy && isForFrames(event.route.id)) {
		response.headers.set('content-security-policy', framed(policy));
	}
	// Under "no-referrer" a form's Origin is "null", and browsers say nothing else over plain http.
	if (sendsForms(event.route.id)) response.headers.set('referrer-policy', 'same-origin');
	// kit forbids to keep any data; ours is as public as the page it belongs to.
	if (event.isDataRequest) response.headers.delete('cache-control');
	const { failure } = locals;
	const status = failure && response.status === 500 ? statuses[failure] : response.status;
	const returned = sent && isLost(event, status) ? words() : null;
	if (returned) return refuse(event, lostRefusal(event, status), errorPage, returned);
	const isGood = status === 200 && key !== null && !locals.failure;
	const finished = await finish(response, {
		page: page || null,
		cacheControl: cacheControl(event, status),
		inGzip
	});
	const taken = isOfStaff(event) ? takenCookie(event, sent, status) : null;
	if (taken) finished.headers.push(['set-cookie', taken]);
	if (status === 503) finished.headers.push(['retry-after', '5']);
	if (isGood && request.method === 'GET' && !response.headers.has('set-cookie')) {
		app.answers.set(db, new Date(), key, made, finished);
	}
	return deliver(finished, request.headers, status);
}

/** Of the last attempt: what was done again was no fault. */
function tellFaults({ locals }: RequestEvent) {
	for (const fault of locals.faults ?? []) app.log('error', fault);
	delete locals.faults;
}

export const handleError: HandleServerError = ({ error, event, status }) => {
	const { requestId = randomUUID() } = event.locals;
	const isClosed = error instanceof ReadOnlyError;
	const fault = faultOf(error);
	if (fault?.kind === 'damaged') noteDamage(app.db);
	const isCrowded = error instanceof CrowdedError;
	if (isBusy(error) || isClosed || isCrowded || (fault && passes(fault))) {
		event.locals.failure = 'busy';
	} else if (error instanceof ErasedError) event.locals.failure = 'erased';
	else if (error instanceof RevokedError) event.locals.failure = 'revoked';
	else if (status >= 500) event.locals.failure = 'broken';
	const { failure } = event.locals;
	if (status >= 500 && failure !== 'erased' && failure !== 'revoked') {
		const fault = { requestId, route: event.route.id, ...describeError(error) };
		if (event.locals.faults) event.locals.faults.push(fault);
		else app.log('error', fault);
	}
	const closed = isClosed ? readOnly.sentenceOf(app.db) : null;
	const message =
		closed ??
		faultSentence(fault) ??
		sentenceOf(failure && status === 500 ? statuses[failure] : status);
	if (failure) event.locals.failureSentence = message;
	return { message, requestId };
};
