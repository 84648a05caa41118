import type { Booklet, BookletEntry } from '#lib/domain/booklet/booklet.ts';
import type { BookletWarning, Typeset } from '#lib/domain/booklet/layout.ts';
import { plainOf } from '#lib/domain/reader/profile/ruby.ts';
import type { Missing, Path } from './given.ts';

/** What the template tells: where an entry begins and ends. */
export type Told = { kind: 'entry' | 'end'; number: number; page: number };

type Seen = { told: readonly Told[]; pageOf: Typeset['pageOf']; missing: readonly Missing[] };

/** Names of fields in the editor, by what is printed of them. */
const editorFields: Partial<Record<string, string>> = {
	name: 'name',
	organization: 'organization.name',
	notice: 'operationNote',
	who: 'audiences',
	text: 'summary',
	firstVisit: 'firstVisit.first',
	when: 'schedules',
	where: 'location.street',
	access: 'access',
	contacts: 'contacts',
	fee: 'feeNote',
	eases: 'eases'
};

export const warningsOf = (booklet: Booklet, seen: Seen): BookletWarning[] => [
	...missingOnes(booklet, seen.missing),
	...longOnes(booklet, seen)
];

/** One for each field of an entry, one for what belongs to the edition. */
function missingOnes(booklet: Booklet, missing: readonly Missing[]): BookletWarning[] {
	const places = Map.groupBy(missing, ({ path }) => {
		const entry = entryAt(booklet, path);
		return entry ? `${entry.id} ${path[5]}` : '';
	});
	return [...places.values()].map((found) => {
		const { path } = found[0]!;
		const entry = entryAt(booklet, path);
		const letters = [...new Set(found.flatMap(({ letters }) => letters))];
		return {
			number: entry?.number ?? null,
			resource: entry?.id ?? null,
			field: entry ? (editorFields[String(path[5])] ?? null) : null,
			words: `${entry ? nameOf(entry) : '年度版のことば'}の${missingWords(letters)}`
		};
	});
}

/** `booklet.chapters.0.entries.3.name`, as the data of the template have it. */
function entryAt({ chapters }: Booklet, [, list, chapter, , entry]: Path): BookletEntry | null {
	if (list !== 'chapters') return null;
	return chapters[Number(chapter)]?.entries[Number(entry)] ?? null;
}

const nameOf = ({ number, name }: BookletEntry): string => `${number}番「${plainOf(name)}」`;

const most = 5;

function missingWords(letters: readonly string[]): string {
	const others = letters.length > most ? `など${letters.length}字` : '';
	return `「${letters.slice(0, most).join('」「')}」${others}は、冊子の書体にない字です。〓と刷ります。ほかの書き方ができないか、見てください。`;
}

function longOnes({ chapters }: Booklet, { told, pageOf }: Seen): BookletWarning[] {
	const ends = new Map(
		told.filter(({ kind }) => kind === 'end').map(({ number, page }) => [number, page])
	);
	return chapters
		.flatMap(({ entries }) => entries)
		.flatMap((entry) => {
			const pages = (ends.get(entry.number) ?? 0) - (pageOf[entry.number] ?? 0) + 1;
			if (pages < 2) return [];
			const words = `${nameOf(entry)}は1ページに収まらず、${pages}ページにわたります。`;
			return [{ number: entry.number, resource: entry.id, field: 'summary', words }];
		});
}
