import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

const entry = 'src/cli/run.js';

/** Runs the entry as if by another version of Node. */
function runAs(version: string, ...args: string[]) {
	const disguise = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
	return spawnSync(
		process.execPath,
		['--import', `data:text/javascript,${encodeURIComponent(disguise)}`, entry, ...args],
		{ encoding: 'utf8' }
	);
}

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
			const { status, stdout, stderr } = runAs(version, 'start');
			expect(status).toBe(1);
			expect(stdout).toBe('');
			expect(stderr.trim().split('\n')).toHaveLength(1);
			for (const word of [`Node.js ${version}`, '22.18', 'npm install']) {
				expect(stderr.split(' / ')[0]).toContain(word);
				expect(stderr.split(' / ')[1]!.replaceAll('"', '')).toContain(word);
			}
		}
	);

	it.each(['22.18.0', '23.6.0', '24.21.0', '26.0.0'])('lets Node %s through', (version) => {
		expect(runAs(version, 'unknown').stderr).not.toContain('npm install');
	});

	it('names its commands when asked for one it does not have', () => {
		for (const args of [[], ['unknown'], ['../../package.json']]) {
			const { status, stderr } = spawnSync(process.execPath, [entry, ...args], {
				encoding: 'utf8'
			});
			expect(status).toBe(2);
			expect(stderr).toMatch(/start \| directory \| check-all/);
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
