import { plainOf, type Ruby } from '#lib/domain/reader/profile/ruby.ts';
import type { Booklet, BookletChapter, BookletEntry } from './booklet.ts';

type Named = { id: string; number: number; name: string };
/** Of a field, or a part of the booklet; null: nothing stood there. */
export type Difference = { title: string; before: string | null; after: string | null };

/** What has become different from one proof to the next. */
export type BookletDifferences = {
	added: Named[];
	gone: Named[];
	changed: (Named & { fields: Difference[] })[];
	/** Beside the entries. */
	words: Difference[];
};

export const areSame = ({ added, gone, changed, words }: BookletDifferences): boolean =>
	added.length + gone.length + changed.length + words.length === 0;

type Reading<Of> = readonly (readonly [title: string, read: (of: Of) => string | null])[];

const said = (ruby: Ruby | null) => ruby && plainOf(ruby);
const lines = (all: readonly string[]) => (all.length === 0 ? null : all.join('\n'));
const wordsOf = (all: readonly { words: string }[]) => lines(all.map(({ words }) => words));
/** Kana over a name is printed too. */
const withReading = (ruby: Ruby) =>
	ruby.map(({ text, kana }) => (kana === undefined ? text : `${text}（${kana}）`)).join('');

type Placed = BookletEntry & { chapter: string };

const fields: Reading<Placed> = [
	['番号', ({ number }) => String(number)],
	['章', ({ chapter }) => chapter],
	['名前', ({ name }) => withReading(name)],
	['名前のよみ', ({ kana }) => kana],
	['団体', ({ organization }) => said(organization)],
	['区分', ({ category }) => category],
	['おしらせ', ({ notice }) => said(notice)],
	['対象', ({ who }) => said(who)],
	['説明', ({ text }) => said(text)],
	['はじめて行く日', ({ firstVisit }) => lines(firstVisit.map(plainOf))],
	['日時', ({ when }) => lines(when.map(plainOf))],
	['所在地', ({ where }) => said(where)],
	['行き方', ({ access }) => said(access)],
	['連絡先', ({ contacts }) => wordsOf(contacts)],
	['費用', ({ fee }) => said(fee)],
	['参加しやすさ', ({ eases }) => wordsOf(eases)],
	['確認', ({ checked }) => checked],
	['ページのアドレス', ({ address }) => address],
	['写真', ({ picture }) => picture && `${picture.alt}（${picture.bytes}）`]
];

const parts: Reading<Booklet> = [
	['題', ({ title }) => title],
	['表紙のことば', ({ words }) => words.cover],
	['表紙の色', ({ colour }) => colour],
	['表紙の絵', ({ cover }) => cover && `${cover.alt}（${cover.bytes}）`],
	['はじめのことば', ({ words }) => words.foreword],
	['奥付', ({ words }) => words.imprint],
	['利用条件', ({ words }) => words.licence],
	['助成の文', ({ words }) => words.funding],
	['章の順', ({ chapters }) => lines(chapters.map(({ label }) => plainOf(label)))],
	['わからないときの窓口', ({ windows }) => lines(windows.map(({ name }) => plainOf(name)))],
	['出典', ({ credits }) => lines(credits)],
	['校了の日', ({ lockedOn }) => lockedOn],
	['公開の日', ({ publishedOn }) => publishedOn],
	['地図', ({ chapters }) => lines(chapters.flatMap(({ map }) => map?.svg ?? []))]
];

const ofBytes = /（[0-9a-f]{64}）$|^[0-9a-f]{64}$/gm;
const shown = (text: string | null) => text?.replace(ofBytes, '').trim() || null;
/** Of a difference of bytes people are told that there is one. */
const redrawn = { before: '前の絵', after: '別の絵' };

function compared<Of>(reading: Reading<Of>, before: Of, after: Of): Difference[] {
	return reading.flatMap(([title, read]) => {
		const [old, fresh] = [read(before), read(after)];
		if (old === fresh) return [];
		const words = { before: shown(old), after: shown(fresh) };
		return [{ title, ...(words.before === words.after ? redrawn : words) }];
	});
}

const named = ({ id, number, name }: BookletEntry): Named => ({ id, number, name: plainOf(name) });

const placed = ({ chapters }: Booklet): Map<string, Placed> =>
	new Map(
		chapters.flatMap(({ label, entries }) =>
			entries.map((entry) => [entry.id, { ...entry, chapter: plainOf(label) }] as const)
		)
	);

/** Both as they are kept: with `withoutBytes`. */
export function differencesOf(before: Booklet, after: Booklet): BookletDifferences {
	const [old, fresh] = [placed(before), placed(after)];
	return {
		added: [...fresh.values()].filter(({ id }) => !old.has(id)).map(named),
		gone: [...old.values()].filter(({ id }) => !fresh.has(id)).map(named),
		changed: [...fresh.values()].flatMap((entry) => {
			const known = old.get(entry.id);
			const differing = known ? compared(fields, known, entry) : [];
			return differing.length === 0 ? [] : [{ ...named(entry), fields: differing }];
		}),
		words: compared(parts, before, after)
	};
}

/** The same booklet with a digest where a picture or a map has its bytes, so that it can be kept. */
export function withoutBytes(booklet: Booklet, digest: (text: string) => string): Booklet {
	const bare = (entry: BookletEntry): BookletEntry => ({
		...entry,
		picture: entry.picture && { ...entry.picture, bytes: digest(entry.picture.bytes) }
	});
	const chapter = (one: BookletChapter): BookletChapter => ({
		...one,
		map: one.map && { ...one.map, svg: digest(one.map.svg) },
		entries: one.entries.map(bare)
	});
	return {
		...booklet,
		cover: booklet.cover && { ...booklet.cover, bytes: digest(booklet.cover.bytes) },
		chapters: booklet.chapters.map(chapter),
		windows: booklet.windows.map(bare)
	};
}
