import Fuse from 'fuse.js';
import { columns } from '#lib/domain/formats/resource-columns.ts';
import { foldHeader } from '#lib/domain/formats/mapping/header.ts';
import { knownNames } from './known-names.ts';
import type { Shape } from '#lib/domain/formats/mapping/shape.ts';
import { compoundTargets, isTarget, type Target } from '#lib/domain/formats/mapping/targets.ts';

export type Named = { to: Target | null; by: 'name' | 'likeness'; like: string };

type Book = { exact: Map<string, { to: Target | null; name: string }>; fuse: Fuse<Entry> };
type Entry = { folded: string; name: string; to: Target | null };

const books = new WeakMap<readonly Shape[], Book>();
const none: readonly Shape[] = [];
const alike = 0.25;
const longest = 32;

/** What a column of this name becomes, by all names that are known; null: no name is like it. */
export function targetOfName(header: string, shapes: readonly Shape[] = none): Named | null {
	let book = books.get(shapes);
	if (!book) books.set(shapes, (book = bookOf(shapes)));
	const reading = readingOf(header, book);
	if (reading) return reading;
	const body = ofBody(header, book);
	if (body) return body;
	for (const name of readings(header)) {
		const found = book.exact.get(foldHeader(name));
		if (found) return { to: found.to, by: 'name', like: found.name };
	}
	const plain = foldHeader(bare(header)).slice(0, longest);
	if (plain.length < 2) return null;
	const counted = counts.exec(plain);
	if (counted) return { to: null, by: 'likeness', like: counted[0] };
	return ending(book, plain) ?? similar(book, plain);
}

/** How many, how much of, and since when: of a list, and not of a place. */
const counts = /(?:数|率|年月日|年月|期限|期間|日付|コード)$/u;
const kana = /(?:カナ|かな|フリガナ|ふりがな|よみがな|よみ|読み|読み仮名)$/u;
const english = /(?:英字|英語|英名|英語表記|ローマ字)$/u;

/** 「事業所名称（カナ）」 is the reading of what 「事業所名称」 is. */
function readingOf(header: string, { exact }: Book): Named | null {
	const plain = header.normalize('NFKC').replace(/[)）\s_]+/gu, '');
	const base = exact.get(foldHeader(plain.replace(kana, '').replace(english, '')));
	if (!base) return null;
	if (english.test(plain)) return { to: null, by: 'name', like: header };
	const to = base.to === 'name' ? 'kana' : base.to === 'organization' ? 'organization_kana' : null;
	return kana.test(plain) ? { to, by: 'name', like: header } : null;
}

const bodies =
	/^(?:事業者|申請者|法人|設置者|運営者|開設者|(?:運営|経営|設置|実施)(?:法人|主体|団体))[の_]/u;

/** 「事業者_名称」 is who runs a place, and 「事業者_電話番号」 is not the place's. */
function ofBody(header: string, { exact }: Book): Named | null {
	const plain = header.normalize('NFKC').replace(/\s+/gu, '');
	const known = bodies.test(plain) ? exact.get(foldHeader(plain.replace(bodies, ''))) : undefined;
	if (!known || exact.has(foldHeader(plain))) return null;
	const own: Partial<Record<Target, Target>> = {
		name: 'organization',
		kana: 'organization_kana',
		url: 'organization_url',
		corporate_number: 'corporate_number'
	};
	return { to: (known.to && own[known.to]) ?? null, by: 'name', like: known.name };
}

function similar({ fuse }: Book, plain: string): Named | null {
	const [found] = fuse
		.search(plain)
		.filter(({ item }) => Math.abs(item.folded.length - plain.length) <= 3)
		.sort((a, b) => a.score! + away(a.item, plain) - b.score! - away(b.item, plain));
	return found ? { to: found.item.to, by: 'likeness', like: found.item.name } : null;
}

const away = ({ folded }: Entry, plain: string) => Math.abs(folded.length - plain.length) / 10;

/** 「事務局の電話番号」 is a telephone number: the longest known name that it ends with. */
function ending({ exact }: Book, plain: string): Named | null {
	for (let from = 1; from <= plain.length - 2; from++) {
		const found = exact.get(plain.slice(from));
		// 「同一法人の他事業所」 is no name of a place.
		const isName = found?.to === 'name' || found?.to === 'number';
		if (found && (!isName || /(?:名|名称)$/.test(plain))) {
			return { to: found.to, by: 'likeness', like: found.name };
		}
	}
	return null;
}

const bare = (header: string) =>
	header
		.normalize('NFKC')
		.replace(/[(（【[].*?[)）】\]]/gu, '')
		.replace(/[?？!！]/gu, '');

/** A name as it stands, and without what is said in brackets, its number, and 「ご」 or 「お」. */
function* readings(header: string): Iterable<string> {
	const plain = header.normalize('NFKC');
	yield plain;
	yield bare(plain);
	yield bare(plain).replace(/[\d等]+$/, '');
	yield bare(plain).replace(/^[ごお御]/u, '');
	yield bare(plain).replace(/^(?:施設|事業所|窓口|団体|会場|会|センター)(?:の)?(?=.{2})/u, '');
}

function bookOf(shapes: readonly Shape[]): Book {
	const entries: Entry[] = [];
	const exact: Book['exact'] = new Map();
	const add = (name: string, to: Target | null) => {
		const folded = foldHeader(name);
		if (exact.has(folded)) return;
		exact.set(folded, { to, name });
		entries.push({ folded, name, to });
	};
	// What towns call it goes before what the product calls it, and both before a standard.
	for (const [to, names] of Object.entries(knownNames)) {
		for (const name of names.trim().split(/\s+/)) add(name, to === '-' ? null : to);
	}
	for (const { code, label } of columns.filter(({ code }) => isTarget(code))) {
		add(label, code);
		add(code, code);
	}
	for (const [to, { label }] of Object.entries(compoundTargets)) {
		add(label, to);
		add(to, to);
	}
	for (const shape of shapes) {
		for (const { names, to } of shape.columns) for (const name of names) add(name, to);
	}
	return {
		exact,
		fuse: new Fuse(entries, {
			keys: ['folded'],
			threshold: alike,
			ignoreLocation: true,
			includeScore: true
		})
	};
}
