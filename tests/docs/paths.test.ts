import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importGraph, roomGraph, sources } from '../support/import-graph.ts';

const roots = ['', 'src/lib/', 'src/'];
const ends = ['', '.ts', '.svelte', '.md'];

const isThere = (path: string): boolean =>
	roots.some((root) => ends.some((end) => existsSync(root + path + end)));

/** Between backticks, quotes or alone; a folder of results is made by a command. */
const inText =
	/(?<![\w#$./-])(?:src|tests|docs|bench|scripts|domain|server)(?:\/[\w-]+)+(?:\.[a-z]+)*(?![\w[{*/])/g;
const made = ['bench/results/search-'];

/** Paths that a document, or the comments of a source, mention and that are not there. */
function wrong(text: string): string[] {
	return [...text.matchAll(inText)]
		.map(([path]) => path)
		.filter((path) => !isThere(path) && !made.includes(path));
}

const comments = (text: string): string =>
	[...text.matchAll(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*|<!--[\s\S]*?-->/g)]
		.map(([one]) => one)
		.join('\n');

const read = (file: string) => readFileSync(file, 'utf8');

describe('A path', () => {
	it('that a document mentions is there', () => {
		const documents = globSync(['docs/**/*.md', '*.md']);
		expect(
			documents.flatMap((file) => wrong(read(file)).map((path) => `${file}: ${path}`))
		).toEqual([]);
	});

	it('that a comment mentions is there', () => {
		const files = globSync([
			'src/**/*.{ts,svelte,js}',
			'tests/**/*.ts',
			'bench/*.ts',
			'scripts/*.ts'
		]);
		const found = files.flatMap((file) =>
			wrong(comments(read(file))).map((path) => `${file}: ${path}`)
		);
		expect(found).toEqual([]);
	});

	it('that is not there is found', () => {
		const gone = ['server', 'nowhere/steps'].join('/');
		expect(wrong(`See \`${gone}\` and src/lib/server/staff/reach.ts.`)).toEqual([gone]);
	});
});

/** What a newcomer looks for, and the folder whose name says so. */
const questions: [question: string, place: string][] = [
	['Which type has the database?', 'src/lib/server/database/client.ts'],
	['Where are the tables?', 'src/lib/server/database/schema/index.ts'],
	['Where is the database opened?', 'src/lib/server/start/open.ts'],
	['Which route may be called by whom?', 'src/lib/server/web/policy.ts'],
	['Where are finished pages cached?', 'src/lib/server/web/response-cache.ts'],
	['Where is a resource saved?', 'src/lib/server/editing/save.ts'],
	['Where is a resource withdrawn?', 'src/lib/server/editing/withdrawal.ts'],
	['What can be undone, and how?', 'src/lib/server/editing/undo/undo-rules.ts'],
	['Where are words erased?', 'src/lib/server/editing/erasure/erase.ts'],
	['Where are drafts kept?', 'src/lib/server/editing/drafts/drafts.ts'],
	['Where is an edition locked and published?', 'src/lib/server/editions/lifecycle.ts'],
	['Where are entries numbered?', 'src/lib/server/editions/entries.ts'],
	['Where are two editions compared?', 'src/lib/server/editions/comparison/staff.ts'],
	['Where is a file imported?', 'src/lib/server/imports/import.ts'],
	['Where does somebody sign in?', 'src/lib/server/staff/sessions.ts'],
	['Where is the log written?', 'src/lib/server/audit/index.ts'],
	['What does a resource hold?', 'src/lib/domain/resource/content.ts'],
	['How exactly may a place be shown?', 'src/lib/domain/resource/precision.ts'],
	['When does a place open next?', 'src/lib/domain/schedule/occurrences.ts'],
	['How is a code said in words?', 'src/lib/domain/labels/choices.ts'],
	['How is an act of the log said in words?', 'src/lib/domain/labels/acts.ts'],
	['How is a list searched and ranked?', 'src/lib/domain/search/ranking.ts']
];

describe('A newcomer finds', () => {
	it.each(questions)('%s', (_, place) => expect(existsSync(place)).toBe(true));

	it('every room of server and domain in the picture of docs/architecture.md', () => {
		const picture = read('docs/architecture.md');
		const rooms = globSync('src/lib/{server,domain}/*').map((room) => room.split('/').at(-1)!);
		expect(rooms.filter((room) => !new RegExp(`\\b${room}  +\\S`).test(picture))).toEqual([]);
	});

	it.each([
		['server', '^ '],
		['domain', '\\S  +']
	])('the rooms of %s above those that they import', (layer, column) => {
		const picture = read('docs/architecture.md');
		const graph = roomGraph(importGraph(sources()), `src/lib/${layer}`);
		const lineOf = (room: string) =>
			picture.split('\n').findIndex((line) => new RegExp(`${column}${room}  +\\S`).test(line));
		const upwards = [...graph].flatMap(([room, others]) =>
			[...others]
				.filter((other) => lineOf(other) <= lineOf(room))
				.map((other) => `${room} > ${other}`)
		);
		expect(upwards).toEqual([]);
	});
});
