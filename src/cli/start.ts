import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { pathToFileURL } from 'node:url';
import { canBuild, ensureBuild, entrance, root } from './build.ts';

/** What `build/index.js` of adapter-node gives: polka around the server of Node. */
type Built = { server: { server: Server } };

export async function run(): Promise<number> {
	process.chdir(root);
	if (existsSync('.env')) process.loadEnvFile('.env');
	const { env } = process;
	env.HOST ??= '127.0.0.1';
	env.PORT ??= '3000';
	// Without it every form sent over plain http is refused as a foreign one.
	env.ORIGIN ??= `http://localhost:${env.PORT}`;
	env.HEADERS_TIMEOUT ??= '10';
	env.SHUTDOWN_TIMEOUT ??= '15';
	env.BODY_SIZE_LIMIT ??= '64K';
	// Pages and libraries have a quick form for real use and a talkative one for development.
	env.NODE_ENV ??= 'production';

	const refusal = await whyNot(env.HOST, env.PORT);
	if (refusal) return refuse(refusal);

	if (canBuild()) await ensureBuild(say);
	else if (!existsSync(entrance)) {
		return refuse(
			'まだアプリが組み立てられていません。組み立てる道具が入っていないようですので、npm install --include=dev のあとにもう一度始めてください。'
		);
	}

	try {
		const built = (await import(pathToFileURL(entrance).href)) as Built;
		const server = built.server.server;
		if (!server.listening) await once(server, 'listening');
	} catch (error) {
		if (error instanceof Error && error.name === 'StartError') return refuse(error.message);
		throw error;
	}
	say(`開きました: ${env.ORIGIN} (止めるときは Ctrl+C)`);
	return 0;
}

const say = (sentence: string) => console.log(sentence);

function refuse(sentence: string): never {
	console.error(sentence);
	// What the app had already opened must not keep a refused start alive.
	process.exit(1);
}

/** Tries the address before anything is built or opened. */
async function whyNot(host: string, port: string): Promise<string | undefined> {
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
		return `PORT は 0 から 65535 までの数で書きます(いまは「${port}」)。`;
	}
	const probe = createServer().listen(Number(port), host);
	try {
		await once(probe, 'listening');
		probe.close();
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'EADDRINUSE') {
			return `ポート ${port} はほかのプログラムが使っています。それを止めるか、PORT=3001 npm start のように別の番号で始めてください。`;
		}
		if (code === 'EACCES') {
			return `ポート ${port} を使う権限がありません。PORT=3000 npm start のように 1024 以上の番号で始めてください。`;
		}
		return `HOST「${host}」では待ち受けられません(${code ?? String(error)})。このコンピューターの番地を書くか、HOST を空けてください。`;
	}
}
