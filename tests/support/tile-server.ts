import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type TileServer = {
	/** With `{z}`, `{x}` and `{y}`. */
	address: string;
	asked: { path: string; headers: IncomingMessage['headers'] }[];
	/** How it answers from now on; default: a picture. */
	answer: (request: IncomingMessage, response: ServerResponse) => void;
	stop(): Promise<void>;
};

/** A picture that is as large as asked, and another one for each `path`. */
export function picture(path: string, bytes = 1000): Buffer {
	const body = Buffer.alloc(bytes);
	body.write('\x89PNG\r\n\x1a\n', 'latin1');
	body.write(path, 16);
	return body;
}

export function sendPicture({ url }: IncomingMessage, response: ServerResponse): void {
	response.writeHead(200, { 'content-type': 'image/png' }).end(picture(url!));
}

/** Stands in for the server of somebody's map. */
export async function startTileServer(): Promise<TileServer> {
	const server = createServer((request, response) => {
		standIn.asked.push({ path: request.url!, headers: request.headers });
		standIn.answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const standIn: TileServer = {
		address: `http://127.0.0.1:${port}/map/{z}/{x}/{y}.png`,
		asked: [],
		answer: sendPicture,
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
	return standIn;
}
