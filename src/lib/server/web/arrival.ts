import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import type { Refusal } from './request-checks.ts';

/**
 * Waits until all of a request's body is here, so that whoever sends it slowly is asked who they are
 * at its end and not at its beginning. The request can still be read.
 */
export async function arrival(request: Request, seconds: number): Promise<Refusal | null> {
	if (request.body === null) return null;
	const late = Promise.withResolvers<Refusal>();
	const timer = setTimeout(() => late.resolve(cut), seconds * 1000);
	try {
		return await Promise.race([late.promise, read(request.clone())]);
	} finally {
		clearTimeout(timer);
	}
}

/** The connection ends with the answer: what was not sent by now is not read any more. */
const cut: Refusal = { status: 408, headers: { connection: 'close' } };

async function read(copy: Request): Promise<Refusal | null> {
	try {
		await copy.arrayBuffer();
		return null;
	} catch {
		return { status: 400 };
	}
}

/**
 * Node's own limit (300 seconds otherwise) also ends the bodies that nobody waits for, such as those of
 * refused requests. adapter-node has no setting for it.
 */
export function limitRequests(seconds: number): () => void {
	const limit = (message: unknown) => {
		(message as { server: Server }).server.requestTimeout = seconds * 1000;
	};
	subscribe('http.server.request.start', limit);
	return () => void unsubscribe('http.server.request.start', limit);
}
