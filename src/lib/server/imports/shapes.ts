import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from '#lib/domain/formats/all.ts';
import type { Shape } from '#lib/domain/formats/mapping/shape.ts';
import { parseShape } from '#lib/domain/formats/mapping/shapes.ts';
import { StartError } from '#lib/server/database/start-error.ts';

const known = new Map<string, readonly Shape[]>();

const folderOf = (data: string) => join(data, 'shapes');

/** The kinds of files that map by themselves (`data/shapes`), as they were at the first look. */
export function list(data = join(process.cwd(), 'data')): readonly Shape[] {
	let shapes = known.get(data);
	if (!shapes) known.set(data, (shapes = read(folderOf(data))));
	return shapes;
}

/** Reads them anew; a file that says nothing usable stops the start with a sentence. */
export function load(data: string): void {
	known.set(data, read(folderOf(data)));
}

function read(folder: string): Shape[] {
	if (!existsSync(folder)) return [];
	const names = readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort();
	const shapes = names.map((name) => readOne(join(folder, name)));
	const taken = new Set(formats.map(({ name }) => name));
	for (const [place, { name }] of shapes.entries()) {
		if (taken.has(name)) {
			const file = join(folder, names[place]!);
			throw new StartError(`ファイルの形 ${file} の name「${name}」は、ほかの形の名前です。`);
		}
		taken.add(name);
	}
	return shapes;
}

function readOne(file: string): Shape {
	let content: unknown;
	try {
		content = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new StartError(`ファイルの形 ${file} を読めません（${(error as Error).message}）。`);
	}
	const parsed = parseShape(content);
	if ('value' in parsed) return parsed.value;
	const [{ path, message }] = parsed.issues as [(typeof parsed.issues)[number]];
	throw new StartError(`ファイルの形 ${file} の ${path || '全体'}：${message}。`);
}
