import { environmentSchema, readEnvironment } from '#lib/server/start/environment.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const example = readFileSync('.env.example', 'utf8');
const documented = [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(
	([, name, value]) => [name!, value!] as const
);

test('.env.example explains exactly the variables that the app reads', () => {
	expect(documented.map(([name]) => name).sort()).toEqual(
		Object.keys(environmentSchema.entries).sort()
	);
});

test('the values in .env.example are the defaults, or good examples where there is none', () => {
	const defaults = readEnvironment({});
	const read = readEnvironment(Object.fromEntries(documented));
	expect({ ...read, ORIGIN: undefined }).toEqual({ ...defaults, ORIGIN: undefined });
});

test('.env.example as it stands sets nothing', () => {
	expect(example.split('\n').filter((line) => line && !line.startsWith('#'))).toEqual([]);
});
