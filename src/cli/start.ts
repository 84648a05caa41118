import { readEnvironment } from '#lib/server/start/environment.ts';
import { unexpected } from '#lib/server/database/faults.ts';
import { StartError } from '#lib/server/database/start-error.ts';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { pathToFileURL } from 'node:url';
import { canBuild, ensureBuild, entrance, root } from './build.ts';
import { loadRoutes } from './routes.ts';

/** What `build/index.js` of adapter-node gives: polka around the server of Node. */
type Built = { server: { server: Server } };

/** Builds when that is needed and serves until it is told to stop. */
export async function run(): Promise<number> {
	process.chdir(root);
	try {
		const origin = await prepare();
		await loadRoutes();
		const built = (await import(pathToFileURL(entrance).href)) as Built;
		const server = built.server.server;
		if (!server.listening) await once(server, 'listening');
		say(`開きました: ${origin} (止めるときは Ctrl+C)`);
		return 0;
	} catch (error) {
		// By name: the app that was built has a class of its own.
		const isSaid = error instanceof Error && error.name === 'StartError';
		console.error(isSaid ? error.message : unexpected(databaseWords(), error));
		// What the app has opened by then must not keep a refused start alive.
		process.exit(1);
	}
}

async function prepare(): Promise<string> {
	const { HOST, PORT, ...environment } = readEnvironment();
	await checkAddress(HOST, PORT);
	if (canBuild()) await ensureBuild(say);
	else if (!existsSync(entrance)) {
		throw new StartError(
			'まだアプリが組み立てられていません。組み立てる道具が入っていないようですので、npm install --include=dev のあとにもう一度始めてください。'
		);
	}

	// adapter-node reads its settings from the environment, with defaults of its own.
	const origin = environment.ORIGIN ?? `http://localhost:${PORT}`;
	const { BODY_SIZE_LIMIT, HEADERS_TIMEOUT, SHUTDOWN_TIMEOUT } = environment;
	const settings = { HOST, PORT, BODY_SIZE_LIMIT, HEADERS_TIMEOUT, SHUTDOWN_TIMEOUT };
	for (const [name, value] of Object.entries(settings)) process.env[name] = String(value);
	// Without it every form sent over plain http is refused as a foreign one.
	process.env.ORIGIN = origin;
	process.env.NODE_ENV ??= 'production';
	return origin;
}

const databaseWords = () => `データベース ${process.env.DATABASE_FILE ?? 'data/bookmark.db'}`;

function say(sentence: string) {
	console.log(sentence);
}

/** Tries the address before anything is built or opened. */
async function checkAddress(host: string, port: number): Promise<void> {
	const probe = createServer().listen(port, host);
	try {
		await once(probe, 'listening');
		probe.close();
		await once(probe, 'close');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'EADDRINUSE') {
			throw new StartError(
				`ポート ${port} はほかのプログラムが使っています。それを止めるか、PORT=3001 npm start のように別の番号で始めてください。`
			);
		}
		if (code === 'EACCES') {
			throw new StartError(
				`ポート ${port} を使う権限がありません。PORT=3000 npm start のように 1024 以上の番号で始めてください。`
			);
		}
		throw new StartError(
			`HOST「${host}」では待ち受けられません(${code ?? String(error)})。このコンピューターの番地を書くか、HOST を空けてください。`
		);
	}
}
