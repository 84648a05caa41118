import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** By file, or folder: what it imports. */
export type Graph = Map<string, Set<string>>;

const statement = /(?:^|\n)\s*(?:import|export)\b(?:[\w\s*{},$]*?\bfrom)?\s*'([^']+)'/g;
const expression = /\bimport\('([^']+)'\)/g;

/** Of files by path from the root of the repository; types count as values do. */
export function importGraph(texts: ReadonlyMap<string, string>): Graph {
	const targetOf = (file: string, specifier: string): string =>
		specifier.startsWith('#lib/')
			? `src/lib/${specifier.slice(5)}`
			: path.posix.join(path.posix.dirname(file), specifier);
	return new Map(
		[...texts].map(([file, text]) => {
			const found = [...text.matchAll(statement), ...text.matchAll(expression)];
			const targets = found.map(([, specifier]) => targetOf(file, specifier!));
			return [file, new Set(targets.filter((target) => texts.has(target)))];
		})
	);
}

/** The rooms of a layer: the folders, and the files, that stand directly in it. */
export function roomGraph(files: Graph, layer: string): Graph {
	const roomOf = (file: string): string | null =>
		file.startsWith(`${layer}/`) ? file.slice(layer.length + 1).split('/')[0]! : null;
	const rooms: Graph = new Map();
	for (const [file, targets] of files) {
		const room = roomOf(file);
		if (room === null) continue;
		const known = rooms.get(room) ?? new Set();
		rooms.set(room, known);
		for (const target of targets) {
			const other = roomOf(target);
			if (other !== null && other !== room) known.add(other);
		}
	}
	return rooms;
}

/** Strongly connected components of more than one node (Tarjan). */
export function cycles(graph: Graph): string[][] {
	const order = new Map<string, number>();
	const lowest = new Map<string, number>();
	const open: string[] = [];
	const found: string[][] = [];
	const visit = (node: string): void => {
		order.set(node, order.size);
		lowest.set(node, order.get(node)!);
		open.push(node);
		for (const next of graph.get(node) ?? []) {
			if (!order.has(next)) visit(next);
			else if (!open.includes(next)) continue;
			lowest.set(node, Math.min(lowest.get(node)!, lowest.get(next)!));
		}
		if (lowest.get(node) !== order.get(node)) return;
		const cycle = open.splice(open.indexOf(node));
		if (cycle.length > 1) found.push(cycle.sort());
	};
	for (const node of graph.keys()) if (!order.has(node)) visit(node);
	return found;
}

export const sources = (): Map<string, string> =>
	new Map(
		globSync('src/**/*.{ts,js,svelte}').map((file) => [
			file.replaceAll('\\', '/'),
			readFileSync(file, 'utf8')
		])
	);
