import type { PublicContent } from '#lib/domain/resource/publication.ts';
import { fold, normalise } from '#lib/domain/text/normalise.ts';
import type { Alternative, Reason, Term } from './query.ts';
import { soundOf } from '#lib/domain/text/reading.ts';
import { reasonWords, type Range } from './words.ts';

/** What a search asks a document about, as readers see it. */
export type Explained = Pick<
	PublicContent,
	'name' | 'kana' | 'plainName' | 'summary' | 'description' | 'activities'
> & {
	/** Made where no kana is stored: what is found by it is not told. */
	reading: string | null;
	organization: string | null;
	place: string | null;
	/** 「category=ibasho」 */
	codes: readonly string[];
};

/** Why a document was found, when the words alone do not show it, and where they stand. */
export type Explanation = {
	reasons: Reason[];
	marks: { name: Range[]; kana: Range[]; summary: Range[] };
	/** A part of the longer texts around the words, when they stand nowhere else. */
	passage: { text: string; marks: Range[] } | null;
};

const around = 24;

export function explain(terms: readonly Term[], document: Explained): Explanation {
	const marks: Explanation['marks'] = { name: [], kana: [], summary: [] };
	const reasons: Reason[] = [];
	let passage: Explanation['passage'] = null;
	const holds = holder(document);
	for (const term of terms) {
		const way = term.alternatives.find(holds);
		if (!way) {
			if (term.asked && !term.asked.isOpen) reasons.push(missing(term.asked, document));
			continue;
		}
		if (way.reason && !isPlain(way, document)) reasons.push(told(way.reason, document));
		if (way.text === null) continue;
		const shown = (['name', 'kana', 'summary'] as const).map((part) => {
			const ranges = rangesOf(document[part] ?? '', way.text!);
			marks[part].push(...ranges);
			return ranges.length;
		});
		if (shown.some((count) => count > 0) || way.fields[0] === 'r') continue;
		for (const text of [document.description, document.activities]) {
			passage ??= passageOf(text ?? '', way.text);
		}
	}
	return {
		reasons: reasons.filter((one, at) => reasons.findIndex((other) => same(one, other)) === at),
		marks: {
			name: merged(marks.name),
			kana: merged(marks.kana),
			summary: merged(marks.summary)
		},
		passage
	};
}

/** What a place can be in one way only: it is this, or it is something else. */
const known = new Set(['municipality', 'region', 'entry', 'phone', 'postal']);
/** What staff name a place for: nothing was forgotten to be asked. */
const named = new Set(['category', 'need', 'audience']);

function missing({ name, facet, no }: NonNullable<Term['asked']>, { codes }: Explained): Reason {
	if (named.has(facet)) return { by: 'missing', word: name, how: 'unnamed' };
	const isNo = known.has(facet) || (no.length > 0 && no.every((code) => codes.includes(code)));
	return { by: 'missing', word: name, how: isNo ? 'no' : 'unknown' };
}

/** Where a text stands in another, however it is written there. */
export function rangesOf(text: string, folded: string): Range[] {
	if (!folded || !text) return [];
	const { text: within, starts } = fold(text);
	const ranges: Range[] = [];
	for (let at = within.indexOf(folded); at >= 0; at = within.indexOf(folded, at + folded.length)) {
		const last = starts[at + folded.length - 1]!;
		let end = starts[at + folded.length] ?? text.length;
		// What is folded away after the last letter does not belong to the words.
		while (
			end > last + 1 &&
			normalise(text.slice(last, end - 1)) === normalise(text.slice(last, end))
		) {
			end--;
		}
		ranges.push({ start: starts[at]!, end });
	}
	return ranges;
}

/** Whether a document holds an alternative; its texts are folded once, and only as far as it takes. */
function holder(document: Explained): (alternative: Alternative) => boolean {
	const names = [document.kana ?? document.reading, document.name];
	const sounds = [...once(names, normalise), ...once(names, soundOf)];
	const texts = once(
		[
			document.name,
			document.plainName,
			document.organization,
			document.place,
			document.summary,
			document.description,
			document.activities
		],
		normalise
	);
	return ({ text, fields, codes }) => {
		if (text === null) return codes.some((code) => document.codes.includes(code));
		return (fields[0] === 'r' ? sounds : texts).some((one) => one().includes(text));
	};
}

const once = (texts: readonly (string | null)[], fold: (text: string) => string) =>
	texts.map((text) => {
		let folded: string | undefined;
		return () => (folded ??= fold(text ?? ''));
	});

/** A reading that nobody has checked is not repeated. */
const told = (reason: Reason, { kana, name }: Explained): Reason =>
	reason.by === 'reading' && kana === null && !soundOf(name).includes(soundOf(reason.kana ?? ''))
		? { by: 'reading', kana: null }
		: reason;

/** A reading that stands in the name as typed needs no reason. */
const isPlain = (way: Alternative, { name }: Explained) =>
	way.reason?.by === 'reading' && normalise(name).includes(normalise(way.reason.kana ?? ''));

const same = (a: Reason, b: Reason) => reasonWords(a) === reasonWords(b);

function passageOf(text: string, folded: string): Explanation['passage'] {
	const [first] = rangesOf(text, folded);
	if (!first) return null;
	const from = Math.max(0, first.start - around);
	const to = Math.min(text.length, first.end + around);
	const before = from > 0 ? '…' : '';
	const part = text.slice(from, to).toWellFormed();
	return {
		text: before + part + (to < text.length ? '…' : ''),
		marks: [{ start: first.start - from + before.length, end: first.end - from + before.length }]
	};
}

function merged(ranges: Range[]): Range[] {
	const result: Range[] = [];
	for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
		const last = result.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else result.push({ start, end });
	}
	return result;
}
