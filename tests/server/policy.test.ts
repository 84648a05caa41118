import { isAccess, judge, policy } from '#lib/server/policy.ts';
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** `{ '/search': ['GET'], '/resources/[id]': ['GET', 'POST default'] }` from what stands in src/routes. */
function offered(): Record<string, string[]> {
	const routes: Record<string, string[]> = {};
	const offer = (file: string, ...names: string[]) => {
		const folder = dirname(file);
		(routes[folder === '.' ? '/' : `/${folder}`] ??= []).push(...names);
	};
	const cwd = 'src/routes';
	for (const file of globSync('**/+page.svelte', { cwd })) offer(file, 'GET');
	for (const file of globSync('**/+server.{ts,js}', { cwd })) {
		offer(file, ...exportsOf(`${cwd}/${file}`).keys());
	}
	for (const file of globSync('**/+page.server.{ts,js}', { cwd })) {
		const actions = exportsOf(`${cwd}/${file}`).get('actions');
		offer(file, ...(actions ?? []).map((name) => `POST ${name}`));
	}
	return routes;
}

/** The exported names, each with the keys of the object it is, as far as it is one. */
function exportsOf(file: string): Map<string, string[]> {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
	const found = new Map<string, string[]>();
	for (const statement of source.statements) {
		const isExported =
			ts.canHaveModifiers(statement) &&
			ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
		if (!isExported) continue;
		if (ts.isFunctionDeclaration(statement)) found.set(statement.name!.text, []);
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations) {
			if (ts.isIdentifier(name)) found.set(name.text, initializer ? keysOf(initializer) : []);
		}
	}
	return found;
}

function keysOf(value: ts.Expression): string[] {
	if (ts.isSatisfiesExpression(value) || ts.isAsExpression(value)) return keysOf(value.expression);
	if (!ts.isObjectLiteralExpression(value)) return [];
	return value.properties.map((property) => (property.name as ts.Identifier).text);
}

const allowed = Object.fromEntries(
	Object.entries(policy).map(([id, rule]) => [
		id,
		[
			...(rule.GET ? ['GET'] : []),
			...(!rule.POST
				? []
				: isAccess(rule.POST)
					? ['POST']
					: Object.keys(rule.POST).map((name) => `POST ${name}`))
		].sort()
	])
);

describe('the table', () => {
	const routes = Object.entries(offered());

	test('there are routes to compare it with', () => {
		expect(routes.map(([id]) => id)).toEqual(expect.arrayContaining(['/', '/healthz']));
	});

	test.each(routes)('says who may ask %s', (id, names) => {
		expect(allowed[id]).toEqual([...new Set(names)].sort());
	});

	test.each(Object.keys(policy))('names %s, which is there', (id) => {
		expect(routes.map(([route]) => route)).toContain(id);
	});
});

describe('judging', () => {
	const at = 'https://example.jp/';

	test('what is in the table may be asked', () => {
		expect(judge('GET', '/search', at)).toEqual({ access: 'public' });
		expect(judge('HEAD', '/search', at)).toEqual({ access: 'public' });
	});

	test('a route that is not in the table is not found, whatever its name', () => {
		for (const id of ['/nobody', 'remote', 'toString', '__proto__']) {
			expect(judge('GET', id, at), id).toEqual({ refusal: { status: 404 } });
		}
	});

	test('what no route answers is left to the framework', () => {
		expect(judge('GET', null, at)).toEqual({ access: 'public' });
	});

	test('another method is refused with the list of those that are allowed', () => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) {
			expect(judge(method, '/healthz', at), method).toEqual({
				refusal: { status: 405, headers: { allow: 'GET, HEAD' } }
			});
		}
	});

	test('an action that is not in the table is not found', () => {
		const table = {
			'/unnamed': { POST: { default: 'public' } },
			'/named': { POST: { report: 'public' } },
			'/endpoint': { POST: 'public' }
		} as const;
		const status = (route: string, action = '') => {
			const judged = judge('POST', route, at + action, table);
			return 'refusal' in judged ? judged.refusal.status : 'allowed';
		};
		expect(status('/unnamed')).toBe('allowed');
		expect(status('/named', '?/report')).toBe('allowed');
		expect(status('/named', '?page=2&/report')).toBe('allowed');
		expect(status('/endpoint')).toBe('allowed');
		expect(status('/named')).toBe(404);
		for (const action of [
			'?/default',
			'?/toString',
			'?/__proto__',
			'?/report',
			'?/other&/report'
		]) {
			expect(status('/unnamed', action), action).toBe(404);
		}
		expect(status('/named', '?/other&/report')).toBe(404);
	});
});
