import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Linter } from 'eslint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const entry = 'src/cli/run.js';

/** Runs the entry as if by another version of Node. */
function runAs(version: string, file: string, ...args: string[]) {
	const disguise = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
	return spawnSync(
		process.execPath,
		['--import', `data:text/javascript,${encodeURIComponent(disguise)}`, file, ...args],
		{ encoding: 'utf8' }
	);
}

let folder: string;
let alone: string;

// A copy without packages beside it.
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'run-'));
	alone = path.join(folder, entry);
	mkdirSync(path.dirname(alone), { recursive: true });
	copyFileSync(entry, alone);
	copyFileSync('src/cli/settings-file.js', path.join(folder, 'src/cli/settings-file.js'));
	writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('The entry', () => {
	it('can be read by a Node that knows JavaScript of 2020', () => {
		const messages = new Linter().verify(readFileSync(entry, 'utf8'), {
			languageOptions: { ecmaVersion: 2020, sourceType: 'module' }
		});
		expect(messages).toEqual([]);
	});

	it('needs nothing before it has looked at the version', () => {
		expect(readFileSync(entry, 'utf8')).not.toMatch(/^import\b/m);
	});

	it.each(['18.20.8', '20.20.2', '22.17.1', '23.5.0'])(
		'says to Node %s in one line what it found, what it needs and what to do',
		(version) => {
			const { status, stdout, stderr } = runAs(version, alone, 'start');
			expect(status).toBe(1);
			expect(stdout).toBe('');
			expect(stderr.trim().split('\n')).toHaveLength(1);
			for (const word of [`Node.js ${version}`, '22.18', 'npm install']) {
				for (const language of stderr.split(' / ')) expect(language).toContain(word);
			}
		}
	);

	it('hands over to the Node that came with the packages, and ends as that ends', () => {
		const { platform, arch } = process;
		const [system, program] = platform === 'win32' ? ['win', 'node.exe'] : [platform, 'node'];
		const bin = path.join(folder, `node_modules/node-${system}-${arch}/bin`);
		mkdirSync(bin, { recursive: true });
		symlinkSync(process.execPath, path.join(bin, program));
		writeFileSync(
			path.join(folder, 'src/cli/start.ts'),
			`export const run = (args: string[]) => {
				console.log(JSON.stringify([args, process.env.PATH]));
				return 7;
			};`
		);
		const { status, stdout } = runAs('20.20.2', alone, 'start', 'one', 'two');
		expect(status).toBe(7);
		const [args, PATH] = JSON.parse(stdout) as [string[], string];
		expect(args).toEqual(['one', 'two']);
		expect(PATH.split(path.delimiter)[0]).toBe(bin);
	});

	it.each(['22.18.0', '23.6.0', '24.21.0', '26.0.0'])('lets Node %s through', (version) => {
		const { stderr } = runAs(version, alone, 'unknown');
		expect(stderr).toContain('start | ');
		expect(stderr).not.toContain('npm install');
	});

	/** What a start sees of a `.env` with those bytes. */
	function startWith(bytes: Uint8Array) {
		writeFileSync(path.join(folder, '.env'), bytes);
		writeFileSync(
			path.join(folder, 'src/cli/start.ts'),
			'export const run = () => { console.log(process.env.PORT, process.env.HOST); return 0; };'
		);
		return spawnSync(process.execPath, [alone, 'start'], {
			encoding: 'utf8',
			env: { PATH: process.env.PATH, HOST: 'from-shell' }
		});
	}

	const settings = 'PORT=1234\r\nHOST=from-file # 設定\r\n';
	it.each([
		['in UTF-8', Buffer.from(settings)],
		['with a byte order mark', Buffer.from(`\ufeff${settings}`)],
		['in UTF-16 as Windows writes it', Buffer.from(`\ufeff${settings}`, 'utf16le')],
		['in UTF-16, the other way round', Buffer.from(`\ufeff${settings}`, 'utf16le').swap16()]
	])('reads .env %s, but what is set already stays', (_, bytes) => {
		expect(startWith(bytes).stdout.trim()).toBe('1234 from-shell');
	});

	it.each([
		['in Shift_JIS', Buffer.from([0x50, 0x3d, 0x90, 0xdd, 0x92, 0xe8, 0x0a])],
		['in UTF-16 without a mark', Buffer.from(settings, 'utf16le')]
	])('goes no further with a .env %s, which would be read as something else', (_, bytes) => {
		const { status, stdout, stderr } = startWith(bytes);
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(
			/^設定のファイル .*\.env の文字を読めません。UTF-8 で保存し直してください。\n$/
		);
	});

	it('names its commands when asked for one it does not have', () => {
		for (const args of [[], ['unknown'], ['constructor'], ['../../package.json']]) {
			const { status, stderr } = spawnSync(process.execPath, [entry, ...args], {
				encoding: 'utf8'
			});
			expect(status).toBe(2);
			expect(stderr).toMatch(/start \| directory \|/);
		}
	});
});

describe('A start that cannot be', () => {
	async function start(env: Record<string, string>) {
		const child = spawn(process.execPath, [entry, 'start'], {
			env: { PATH: process.env.PATH, ...env },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let said = '';
		child.stdout.on('data', (words) => (said += words));
		child.stderr.on('data', (words) => (said += words));
		const code = await new Promise((resolve) => child.on('close', resolve));
		return { code, said };
	}

	it('because the port is taken says so in a sentence', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const port = String((other.address() as AddressInfo).port);
		const { code, said } = await start({ PORT: port });
		other.close();
		expect(code).toBe(1);
		expect(said).toContain(`ポート ${port} はほかのプログラムが使っています`);
		expect(said.trim().split('\n')).toHaveLength(1);
	});

	it.each([
		['PORT', 'three thousand'],
		['PORT', '70000'],
		['HOST', '203.0.113.7']
	])('because %s is %s names it', async (name, value) => {
		const { code, said } = await start({
			[name]: value,
			...(name === 'HOST' ? { PORT: '0' } : {})
		});
		expect(code).toBe(1);
		expect(said).toContain(name);
		expect(said).toContain(value);
		expect(said.trim().split('\n')).toHaveLength(1);
	});
});
