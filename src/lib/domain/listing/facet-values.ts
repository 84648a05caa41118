import { bitset, countBoth, forEach, set } from '#lib/domain/search/index/bitset.ts';
import { addTo } from '#lib/domain/search/index/lists.ts';
import type { Postings } from '#lib/domain/search/index/memory.ts';
import type { Facet } from '#lib/domain/search/filter.ts';

/** Which documents carry which codes of one facet. */
export type FacetValues = {
	/** Codes that some of the documents carry, and how many do. */
	counts(documents: Uint32Array): Map<string, number>;
	/** Documents with one of the codes. */
	having(codes: readonly string[]): Uint32Array;
};

/** A document may carry several of few codes, or narrower ones: a bit for each. */
export function memberValues(
	postings: Postings,
	facet: Facet,
	codes: Iterable<string>,
	narrower: (code: string) => readonly string[] = (code) => [code]
): FacetValues {
	const members = new Map<string, Uint32Array>();
	for (const code of codes) {
		const lists = narrower(code).map((one) => postings.list(`${facet}=${one}`));
		if (lists.every((list) => !list)) continue;
		const bits = bitset(postings.size);
		for (const list of lists) if (list) addTo(bits, list);
		members.set(code, bits);
	}
	return {
		counts(documents) {
			const counted = new Map<string, number>();
			for (const [code, bits] of members) {
				const count = countBoth(bits, documents);
				if (count > 0) counted.set(code, count);
			}
			return counted;
		},
		having(chosen) {
			const bits = bitset(postings.size);
			for (const code of chosen) {
				const list = members.get(code);
				if (list) for (let i = 0; i < bits.length; i++) bits[i]! |= list[i]!;
			}
			return bits;
		}
	};
}

/** A document carries one of many codes, or none (0): a small number each. */
export function columnValues(codes: readonly string[], column: Uint16Array): FacetValues {
	const numbers = new Map(codes.map((code, index) => [code, index + 1]));
	return {
		counts(documents) {
			const counted = new Uint32Array(codes.length + 1);
			forEach(documents, (document) => counted[column[document]!]!++);
			const found = new Map<string, number>();
			codes.forEach((code, index) => {
				const count = counted[index + 1]!;
				if (count > 0) found.set(code, count);
			});
			return found;
		},
		having(chosen) {
			const wanted = new Uint8Array(codes.length + 1);
			for (const code of chosen) wanted[numbers.get(code) ?? 0] = 1;
			wanted[0] = 0;
			const bits = bitset(column.length);
			column.forEach((number, document) => {
				if (wanted[number]) set(bits, document);
			});
			return bits;
		}
	};
}

export function columnOf(postings: Postings, facet: Facet, codes: readonly string[]): Uint16Array {
	const column = new Uint16Array(postings.size);
	codes.forEach((code, index) => {
		const list = postings.list(`${facet}=${code}`);
		if (list?.bits) forEach(list.bits, (document) => (column[document] = index + 1));
		else for (const document of list?.numbers ?? []) column[document] = index + 1;
	});
	return column;
}
