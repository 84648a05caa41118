import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';

/** `{ '/search': ['GET'], '/resources/[id]': ['GET', 'POST default'] }` from what stands in src/routes. */
export function offered(): Record<string, string[]> {
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
