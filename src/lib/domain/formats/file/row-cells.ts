/** The cells of one row by the names that all rows share: a Map for each row would weigh five times as much. */
export class RowCells implements ReadonlyMap<string, string> {
	readonly #places: ReadonlyMap<string, number>;
	readonly #texts: readonly string[];

	constructor(places: ReadonlyMap<string, number>, texts: readonly string[]) {
		this.#places = places;
		this.#texts = texts;
	}

	get size() {
		return this.#places.size;
	}

	get(name: string) {
		const place = this.#places.get(name);
		return place === undefined ? undefined : (this.#texts[place] ?? '');
	}

	has(name: string) {
		return this.#places.has(name);
	}

	keys() {
		return this.#places.keys();
	}

	*values(): MapIterator<string> {
		for (const place of this.#places.values()) yield this.#texts[place] ?? '';
	}

	*entries(): MapIterator<[string, string]> {
		for (const [name, place] of this.#places) yield [name, this.#texts[place] ?? ''];
	}

	[Symbol.iterator]() {
		return this.entries();
	}

	forEach(callback: (text: string, name: string, map: ReadonlyMap<string, string>) => void) {
		for (const [name, text] of this) callback(text, name, this);
	}
}
