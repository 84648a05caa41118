import { copyBoth, set } from '#lib/domain/search/index/bitset.ts';
import type { SearchIndex } from '#lib/domain/search/index.ts';
import { addTo, type List } from '#lib/domain/search/index/lists.ts';
import type { Alternative } from '#lib/domain/search/query.ts';
import { listOfText, mostRead, withoutDeceptions, type Tier } from './strict.ts';
import type { Workspace } from './workspace.ts';

/**
 * Documents of the scope that hold a thing in this way, read where letters may deceive; in
 * `members`, until the next call.
 */
export function holding(
	index: SearchIndex,
	part: Alternative,
	scope: Uint32Array,
	space: Workspace
): Uint32Array {
	const { text } = part;
	if (text === null) {
		return within(
			part.codes.flatMap((code) => index.postings.list(code) ?? []),
			scope,
			space
		);
	}
	const ways = part.fields.flatMap((field): Tier[] => {
		const list = listOfText(index.postings, field, text);
		return list ? [{ weight: 1, list, text, field }] : [];
	});
	const members = within(
		ways.map(({ list }) => list),
		scope,
		space
	);
	if (members.length === 0 || members.length > mostRead([ways])) return members;
	return Uint32Array.from(withoutDeceptions(index, [ways], [...members]));
}

/** What is in the scope and in one of the lists, increasing. */
function within(
	lists: readonly List[],
	scope: Uint32Array,
	{ members, union }: Workspace
): Uint32Array {
	const [first, ...others] = lists;
	if (!first) return members.subarray(0, 0);
	if (others.length === 0) {
		const count = first.numbers
			? copyNumbers(first.numbers, scope, members)
			: copyBoth(first.bits, scope, members);
		return members.subarray(0, count);
	}
	union.fill(0);
	for (const list of lists) addTo(union, list);
	return members.subarray(0, copyBoth(union, scope, members));
}

function copyNumbers(numbers: Uint32Array, scope: Uint32Array, into: Uint32Array): number {
	let count = 0;
	for (let i = 0; i < numbers.length; i++) {
		const number = numbers[i]!;
		into[count] = number;
		count += (scope[number >>> 5]! >>> (number & 31)) & 1;
	}
	return count;
}

/** Adds documents to the bits. */
export function setAll(bits: Uint32Array, members: Uint32Array): void {
	for (let i = 0; i < members.length; i++) set(bits, members[i]!);
}
