import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import { drawings } from '#lib/domain/labels/symbols.ts';
import { codesOf, givenOf } from './given.ts';
import { coverageOf, widthsOf } from './glyphs.ts';
import type { Compiled, Diagnostic, Stage, Task } from './messages.ts';

type Result = { done: Compiled } | { failed: Diagnostic[] };

/**
 * Runs in the child only: the compiler is native, blocks its thread and is stopped by nothing but the end of
 * the process.
 */
export async function typesetHere(task: Task, onStage: (stage: Stage) => void): Promise<Result> {
	onStage('typeset');
	const compiler = NodeCompiler.create({
		workspace: task.folder,
		// Before any font of the machine: of two that are the same to Typst, the first is taken.
		fontArgs: [{ fontBlobs: task.fonts.map((file) => readFileSync(file)) }]
	});
	const { data, files, missing } = givenOf(await dataOf(task), coverageOf(task.fonts));
	const given = {
		...task.files,
		...(task.printing.isMonochrome ? await withoutColour(files) : files),
		'data.json': encoded(data),
		'printing.json': encoded(task.printing),
		'codes.json': encoded(codesOf(task.codes)),
		'symbols.json': encoded(drawings),
		'widths.json': encoded(widthsOf(task.fonts[0]!, narrow()))
	};
	for (const [name, bytes] of Object.entries(given)) {
		compiler.mapShadow(path.join(task.folder, 'given', name), Buffer.from(bytes));
	}
	const result = compiler.compile({ mainFilePath: path.join(task.folder, task.template) });
	const document = result.result;
	if (!document) return { failed: diagnosticsOf(compiler, result.takeDiagnostics()) };
	const told = compiler.query(document, { selector: '<told>' }) as { value: unknown }[];
	// The PDF is made in the memory that the lines took.
	compiler.evictCache(0);
	onStage('write');
	try {
		const pdf = compiler.pdf(document, {
			...(task.isAccessible ? { pdfStandard: 'ua-1' } : {}),
			creationTimestamp: task.timestamp
		});
		const labels = told.map(({ value }) => value);
		const pages = document.numOfPages;
		return { done: { pdf: Uint8Array.from(pdf), pages, labels, missing } };
	} catch (error) {
		return { failed: ofExport(error as Error) };
	}
}

async function dataOf({ data, hasReadings }: Task): Promise<unknown> {
	const given: unknown = JSON.parse(data);
	if (!hasReadings) return given;
	const { withReadings } = await import('#lib/server/booklet/collecting/readings.ts');
	const { booklet } = given as { booklet: Booklet };
	return { ...(given as object), booklet: withReadings(booklet) };
}

/** What is no picture stays as it is: the compiler says so. */
async function withoutColour(pictures: Record<string, Uint8Array>) {
	const pairs = Object.entries(pictures).map(async ([name, bytes]) => {
		const grey = await sharp(bytes)
			.grayscale()
			.toBuffer()
			.catch(() => bytes);
		return [name, grey] as const;
	});
	return Object.fromEntries(await Promise.all(pairs));
}

/** Letters that are not as wide as they are high: ASCII and kana. */
const narrow = (): string[] =>
	[...range(0x20, 0x7e), ...range(0x3041, 0x30ff)].map((code) => String.fromCharCode(code));

const range = (from: number, to: number): number[] =>
	Array.from({ length: to - from + 1 }, (_, at) => from + at);

const encoded = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

const diagnosticsOf = (compiler: NodeCompiler, error: NodeError | null): Diagnostic[] =>
	error ? (compiler.fetchDiagnostics(error) as Diagnostic[]).map(told) : [];

const told = ({ message, path }: Diagnostic): Diagnostic => ({ message, path });

/** An export fails with the program's own notation of its diagnostics. */
function ofExport({ message }: Error): Diagnostic[] {
	const found = [...message.matchAll(/message: ("(?:[^"\\]|\\.)*")/g)];
	if (found.length === 0) return [{ message, path: '' }];
	return found.map(([, words]) => ({ message: unquoted(words!), path: '' }));
}

const unquoted = (words: string): string =>
	words.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
