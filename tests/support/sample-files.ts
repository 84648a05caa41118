import { readdirSync, readFileSync } from 'node:fs';
import type { Content, ContentInput } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import { entryState, type EntryState } from '#lib/domain/edition/edition.ts';

export type Version = {
	on: string;
	reason: string;
	content: Partial<ContentInput>;
	verified: { method: string; on: string; role: string; result: string };
};
export type Resource = { id: string; key: string; versions: Version[] };
export type Revision = { key: string; on: string; verifiedOn: string; content: Content };
export type Pinned = Revision & { state: EntryState };
type Region = {
	region: { slug: string; generalWindow: string };
	municipalities: { code: string; name: string; kana: string }[];
	editions: { year: number; lockedOn: string; publishedOn: string }[];
};

const folder = new URL('../../data/sample/', import.meta.url);
const files = readdirSync(new URL('resources/', folder)).sort();

/** The files as they are written, by name. */
export const texts = ['sakura.json', ...files.map((file) => `resources/${file}`)].map((file) => ({
	file,
	text: readFileSync(new URL(file, folder), 'utf8')
}));

const [main, ...chapters] = texts.map(({ text }) => JSON.parse(text) as unknown);
export const region = main as Region;
export const resources = (chapters as Resource[][]).flat();

/** What `parseContent` says against any version, merged with those before it. */
export const problems: string[] = [];

export const revisions = resources.flatMap(({ key, versions }) => {
	let merged: Partial<ContentInput> = {};
	return versions.flatMap(({ on, content, verified }): Revision[] => {
		merged = { ...merged, ...content };
		const parsed = parseContent(merged);
		if ('value' in parsed) return [{ key, on, verifiedOn: verified.on, content: parsed.value }];
		problems.push(`${key} ${on}: ${JSON.stringify(parsed.issues)}`);
		return [];
	});
});

const latest = (until: string) =>
	new Map(revisions.filter(({ on }) => on <= until).map((one) => [one.key, one]));

export const current = latest('9999-12-31');

const pin = ({ content }: Revision) => ({
	contentHash: JSON.stringify(content),
	operation: content.operation
});

/** The editions as they would be printed: a resource that has closed is in one more, then gone. */
export const editions = region.editions.reduce<
	{ year: number; lockedOn: string; entries: Map<string, Pinned> }[]
>((earlier, { year, lockedOn }) => {
	const before = earlier.at(-1)?.entries;
	const entries = new Map<string, Pinned>();
	for (const [key, revision] of latest(lockedOn)) {
		if (earlier.some((one) => one.entries.get(key)?.state === 'closed')) continue;
		const printed = before?.get(key);
		const state = entryState(pin(revision), printed && pin(printed));
		entries.set(key, { ...revision, state });
	}
	return [...earlier, { year, lockedOn, entries }];
}, []);

export const keysOf = (entries: Map<string, Pinned>, state: EntryState) =>
	[...entries.values()].filter((entry) => entry.state === state).map(({ key }) => key);
