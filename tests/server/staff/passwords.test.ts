import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { verify } from '#lib/server/staff/passwords.ts';

const run = promisify(execFile);

/** In a process of its own, whose cost no test has lowered. */
async function outside<T>(expression: string): Promise<T> {
	const code = `import * as passwords from '#lib/server/staff/passwords.ts';
		console.log(JSON.stringify(await (${expression})));`;
	const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code]);
	return JSON.parse(stdout) as T;
}

test('a password is kept as argon2id with 64 MiB, three passes and one lane', async () => {
	const kept = await outside<string>(`passwords.hash('tadaima-okaeri-kumo')`);
	expect(kept).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
	expect(await verify(kept, 'tadaima-okaeri-kumo')).toBe(true);
	expect(await verify(kept, 'tadaima-okaeri-kuma')).toBe(false);
});

test('a password of nobody is looked at, and is never right', async () => {
	expect(await verify(null, 'tadaima-okaeri-kumo')).toBe(false);
	expect(await outside(`passwords.verify(null, 'tadaima-okaeri-kumo')`)).toBe(false);
});
