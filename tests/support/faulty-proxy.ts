import { createServer, request as ask, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `silent`: takes every request and never answers. `down`: says 502, as a proxy does. */
export type Fault = 'none' | 'silent' | 'down';

export type FaultyProxy = {
	url: string;
	/** Where the app is, once it has started. */
	target: string;
	fault: Fault;
	/** Paths that were asked for while the fault lasted. */
	asked: string[];
	/** Paths of requests without an answer that the browser has not given up yet. */
	readonly waiting: string[];
	stop(): Promise<void>;
};

/** Stands before the app, as a proxy does, and can fail. */
export async function startFaultyProxy(): Promise<FaultyProxy> {
	const waiting = new Map<ServerResponse, string>();
	const server = createServer((incoming, response) => {
		const { method, headers, url: path = '/' } = incoming;
		if (proxy.fault !== 'none') proxy.asked.push(path);
		if (proxy.fault === 'silent') {
			waiting.set(response, path);
			response.on('close', () => waiting.delete(response));
			return;
		}
		if (proxy.fault === 'down') {
			response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
			return;
		}
		const onward = ask(proxy.target + path, { method, headers }, (answer) => {
			response.writeHead(answer.statusCode!, answer.headers);
			answer.pipe(response);
		});
		onward.on('error', () => response.destroy());
		incoming.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const proxy: FaultyProxy = {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		target: '',
		fault: 'none',
		asked: [],
		get waiting() {
			return [...waiting.values()];
		},
		stop() {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(() => resolve()));
		}
	};
	return proxy;
}
