import { listOf, type List } from './lists.ts';
import { eachKey, type SearchDocument } from './document.ts';

/** Where the documents of a key are looked up. */
export type Postings = {
	/** Above every document number. */
	readonly size: number;
	list(key: string): List | null;
};

/** Postings in memory: a region in the browser, what is newer than the packed lists, tests. */
export class MemoryPostings implements Postings {
	size = 0;
	private readonly numbers = new Map<string, number[]>();
	private readonly lists = new Map<string, List>();

	/** Numbers must increase from call to call. */
	add(number: number, document: SearchDocument): void {
		eachKey(document, (key) => {
			const list = this.numbers.get(key);
			if (!list) this.numbers.set(key, [number]);
			else if (list[list.length - 1] !== number) list.push(number);
		});
		this.lists.clear();
		this.size = number + 1;
	}

	list(key: string): List | null {
		const known = this.lists.get(key);
		if (known) return known;
		const numbers = this.numbers.get(key);
		if (!numbers) return null;
		const list = listOf(Uint32Array.from(numbers));
		this.lists.set(key, list);
		return list;
	}
}
