import type { Booklet, BookletEntry } from '#lib/domain/booklet/booklet.ts';
import { plainOf, type Ruby } from '#lib/domain/reader/profile/ruby.ts';
import { withFurigana } from '#lib/domain/booklet/collected/kana/furigana.ts';
import type { Token } from '#lib/domain/text/generated-reading.ts';
import { tokensOf } from '#lib/server/search/kana-reading.ts';

/**
 * The same booklet with kana over every word whose reading is certain; names keep the kana that is stored. It reads
 * no database, and takes long (`docs/booklet.md`): not for the process that serves pages.
 */
export function withReadings(booklet: Booklet): Booklet {
	const entries = booklet.chapters.flatMap((chapter) => chapter.entries);
	const known = new Map([
		...Object.entries(booklet.readings),
		...entries.flatMap(({ name, kana }) => (kana === null ? [] : [[plainOf(name), kana] as const]))
	]);
	const means = { known, tokensOf: remembered(tokensOf) };
	const said = (text: string) => withFurigana(text, means);
	const ofEntry = (entry: BookletEntry) =>
		read(entry, said, (text) => withFurigana(text, { ...means, onlyKnown: true }));
	const rubies: Record<string, Ruby> = {};
	for (const text of plainTexts(booklet)) {
		const ruby = said(text);
		if (ruby.some(({ kana }) => kana !== undefined)) rubies[text] = ruby;
	}
	for (const { name } of entries) rubies[plainOf(name)] = name;
	return {
		...booklet,
		chapters: booklet.chapters.map((chapter) => ({
			...chapter,
			entries: chapter.entries.map(ofEntry)
		})),
		windows: booklet.windows.map(ofEntry),
		rubies
	};
}

type Said = (text: string) => Ruby;

function read(entry: BookletEntry, said: Said, saidOfPlace: Said): BookletEntry {
	const over = (ruby: Ruby | null) => ruby && said(plainOf(ruby));
	return {
		...entry,
		notice: over(entry.notice),
		who: over(entry.who),
		text: over(entry.text),
		firstVisit: entry.firstVisit.map((line) => said(plainOf(line))),
		when: entry.when.map((line) => said(plainOf(line))),
		where: entry.where && readPlace(plainOf(entry.where), said, saidOfPlace),
		access: over(entry.access),
		fee: over(entry.fee)
	};
}

/** Names of places are known or not; what stands in brackets, or is a sentence, is of our own words. */
function readPlace(text: string, said: Said, saidOfPlace: Said): Ruby {
	if (/ません$/.test(text)) return said(text);
	const [, place, note] = /^(.*?)(（詳しい場所[^）]*）)?$/su.exec(text)!;
	return [...saidOfPlace(place!), ...said(note ?? '')];
}

/** Every text that is no `Ruby` in the contract. */
function plainTexts({ chapters, ...booklet }: Booklet): Set<string> {
	const entries = [...chapters.flatMap((chapter) => chapter.entries), ...booklet.windows];
	return new Set([
		...[booklet.title, booklet.region.name],
		...Object.values(booklet.words).filter((words) => words !== null),
		...[...booklet.wishes, ...booklet.checks, ...booklet.legend, ...booklet.struck].map(
			({ words }) => words
		),
		...booklet.credits,
		...booklet.indexes.flatMap(({ title, groups }) => [
			title,
			...groups.map(({ heading }) => heading)
		]),
		...entries.flatMap(({ category, contacts, eases, checked }) => [
			category,
			checked ?? '',
			...[...contacts, ...eases].map(({ words }) => words)
		])
	]);
}

/** Clauses come again and again. */
function remembered(tokensOf: (text: string) => readonly Token[]) {
	const known = new Map<string, readonly Token[]>();
	return (text: string) => {
		let tokens = known.get(text);
		if (!tokens) known.set(text, (tokens = tokensOf(text)));
		return tokens;
	};
}
