// Plain JavaScript of 2020, so that an old Node can still read it far enough to be told or replaced.
const needed = '22.18';
const commands = {
	start: './start.ts',
	directory: './directory.ts',
	exec: './exec.ts',
	'check-all': './check-all.ts',
	bench: '../../bench/run.ts'
};

/** @param {string} version */
function isOld(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	// Types are stripped without a flag from 22.18 on, and in the 23 line from 23.6 on.
	return major < 22 || (major === 22 && minor < 18) || (major === 23 && minor < 6);
}

/** The Node 24 that came with `npm install`; npm 10 does not put it on the PATH. */
async function ownNode() {
	const { existsSync } = await import('fs');
	const { fileURLToPath } = await import('url');
	const { platform, arch } = process;
	const [system, program] = platform === 'win32' ? ['win', 'node.exe'] : [platform, 'node'];
	return ['node', 'node-bin']
		.map((name) => `../../node_modules/${name}-${system}-${arch}/bin/${program}`)
		.map((path) => fileURLToPath(new URL(path, import.meta.url)))
		.find((path) => existsSync(path));
}

/** @param {string} node */
async function again(node) {
	const { spawn } = await import('child_process');
	const { delimiter, dirname } = await import('path');
	const limits = process.execArgv.filter((option) => option.startsWith('--max-'));
	const child = spawn(node, limits.concat(process.argv.slice(1)), {
		stdio: 'inherit',
		env: Object.assign({}, process.env, {
			PATH: dirname(node) + delimiter + (process.env.PATH || '')
		})
	});
	// Ctrl+C reaches both from the terminal; what is sent to this process alone is passed on.
	process.on('SIGINT', () => {});
	for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) {
		process.on(signal, () => child.kill(signal));
	}
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve(code === null ? 1 : code));
	});
}

/** A sentence where `.env` cannot be read. */
async function settings() {
	const { fileURLToPath } = await import('url');
	const { readSettings } = await import('./settings-file.js');
	return readSettings(fileURLToPath(new URL('../../.env', import.meta.url)));
}

async function main() {
	const found = process.versions.node;
	if (isOld(found)) {
		const node = await ownNode();
		if (node) return again(node);
		console.error(
			`Node.js ${found} では動きません。Node.js ${needed} 以上が必要ですので、npm install をもう一度行うか(合う Node.js 24 が一緒に入ります)、Node.js ${needed} 以上を入れてください。 / ` +
				`This is Node.js ${found}, but ${needed} or newer is needed: run "npm install" again (it brings a fitting Node.js 24 along), or install Node.js ${needed} or newer.`
		);
		return 1;
	}
	const [command = '', ...args] = process.argv.slice(2);
	const module = new Map(Object.entries(commands)).get(command);
	if (!module) {
		console.error(`node src/cli/run.js <${Object.keys(commands).join(' | ')}>`);
		return 2;
	}
	const problem = command === 'check-all' ? null : await settings();
	if (problem) {
		console.error(problem);
		return 1;
	}
	if (command === 'directory') {
		(await import('./loading.ts')).loadQuickly();
		(await import('./priority.ts')).giveWay();
		(await import('./output.ts')).watchOutput();
	}
	const { run } = await import(module);
	return run(args);
}

main().then(
	(code) => {
		process.exitCode = code;
	},
	(error) => {
		console.error(error);
		process.exitCode = 1;
	}
);
