import Fuse from 'fuse.js';
import { columns } from '#lib/domain/formats/resource-columns.ts';
import { foldHeader } from './header.ts';
import { knownNames } from './known-names.ts';
import type { Shape } from './shape.ts';
import { compoundTargets, isTarget, type Target } from './targets.ts';

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
	for (const name of readings(header)) {
		const found = book.exact.get(foldHeader(name));
		if (found) return { to: found.to, by: 'name', like: found.name };
	}
	const plain = foldHeader(bare(header)).slice(0, longest);
	if (plain.length < 2) return null;
	const [found] = book.fuse
		.search(plain)
		.filter(({ item }) => Math.abs(item.folded.length - plain.length) <= 3)
		.sort((a, b) => a.score! + away(a.item, plain) - b.score! - away(b.item, plain));
	if (found) return { to: found.item.to, by: 'likeness', like: found.item.name };
	return ending(book, plain);
}

const away = ({ folded }: Entry, plain: string) => Math.abs(folded.length - plain.length) / 10;

/** 「事務局の電話番号」 is a telephone number: the longest known name that it ends with. */
function ending({ exact }: Book, plain: string): Named | null {
	for (let from = 1; from <= plain.length - 2; from++) {
		const found = exact.get(plain.slice(from));
		if (found) return { to: found.to, by: 'likeness', like: found.name };
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
	yield bare(plain).replace(/\d+$/, '');
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
