/**
 * What a program of today takes for granted and the last browsers of Windows 7 and 8 (Chrome 109) do not have.
 * Imported first.
 */
type Missing = Record<string, (this: never, ...given: never[]) => unknown>;

function complete(target: object, missing: Missing): void {
	for (const [name, value] of Object.entries(missing)) {
		if (name in target) continue;
		Object.defineProperty(target, name, { value, writable: true, configurable: true });
	}
}

function at<T>(this: ArrayLike<T>, place: number): T | undefined {
	return this[place < 0 ? this.length + place : place];
}

const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g;

complete(Array.prototype, {
	at,
	flatMap<T>(this: T[], make: (one: T, place: number, all: T[]) => unknown) {
		return ([] as unknown[]).concat(...this.map(make));
	},
	toSorted<T>(this: T[], compare?: (one: T, other: T) => number) {
		return this.slice().sort(compare);
	}
});
complete(String.prototype, {
	at,
	replaceAll(this: string, part: string | RegExp, by: string) {
		return typeof part === 'string' ? this.split(part).join(by) : this.replace(part, by);
	},
	matchAll(this: string, pattern: RegExp) {
		const all: RegExpMatchArray[] = [];
		this.replace(pattern, (...given: unknown[]) => {
			const groups = given.filter((one) => typeof one !== 'number');
			const index = given.find((one) => typeof one === 'number') as number;
			all.push(Object.assign(groups.slice(0, -1) as string[], { index }) as RegExpMatchArray);
			return '';
		});
		return all;
	},
	toWellFormed(this: string) {
		return this.replace(lone, '$1\ufffd');
	}
});
complete(Object, {
	fromEntries(pairs: Iterable<[string, unknown]>) {
		const made: Record<string, unknown> = {};
		for (const [name, value] of pairs) made[name] = value;
		return made;
	}
});
complete(Map, {
	groupBy<T, K>(all: Iterable<T>, keyOf: (one: T) => K) {
		const groups = new Map<K, T[]>();
		for (const one of all) {
			const key = keyOf(one);
			const group = groups.get(key);
			if (group) group.push(one);
			else groups.set(key, [one]);
		}
		return groups;
	}
});

export {};
