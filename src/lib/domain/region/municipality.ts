import { variants } from '#lib/domain/text/variants.ts';

export type Municipality = {
	/** 全国地方公共団体コード, six digits. */
	code: string;
	/** With its city when it is a ward: 札幌市中央区. */
	name: string;
	prefecture: { code: string; name: string };
};

/** The sixth digit of a 全国地方公共団体コード. */
export function checkDigit(fiveDigits: string): string {
	const sum = [6, 5, 4, 3, 2].reduce(
		(total, weight, place) => total + weight * Number(fiveDigits[place]),
		0
	);
	return String((11 - (sum % 11)) % 10);
}

export function isMunicipalityCode(code: string): boolean {
	return /^\d{6}$/.test(code) && checkDigit(code) === code[5];
}

/** Letters that names of places alone are written with in two ways. */
const ofPlaces: Record<string, string> = { ヶ: 'ケ', ヵ: 'カ', ッ: 'ツ', 檮: '梼' };

/** The letters of a text, each with the selectors (IVS) that say how it is drawn; nothing unseen else. */
const lettersOf = (text: string): string[] =>
	text.replace(/[\s\p{Cf}]+/gu, '').match(/[^]\p{Variation_Selector}*/gu) ?? [];

/** One code unit for each of them, so that a place in the folded text is the same place in the list. */
function fold(letters: readonly string[]): string {
	const plain = letters.map((letter) => {
		const [first = ''] = letter;
		const usual = ofPlaces[first] ?? variants.get(first) ?? first;
		return usual.length === 1 ? usual : '〓';
	});
	return plain.join('');
}

/** The municipalities arranged for looking up names in addresses. */
export type Gazetteer<M extends Municipality = Municipality> = {
	byCode: Map<string, M>;
	prefectures: Map<string, { prefecture: M['prefecture']; names: Map<string, M> }>;
	longestName: number;
};

export function gazetteer<M extends Municipality>(municipalities: Iterable<M>): Gazetteer<M> {
	const byCode = new Map<string, M>();
	const prefectures: Gazetteer<M>['prefectures'] = new Map();
	let longestName = 0;
	for (const municipality of municipalities) {
		const { code, name, prefecture } = municipality;
		byCode.set(code, municipality);
		let within = prefectures.get(prefecture.name);
		if (!within) prefectures.set(prefecture.name, (within = { prefecture, names: new Map() }));
		// Two villages of Hokkaido are called 泊村: the name is the first one's.
		const folded = fold(lettersOf(name));
		if (!within.names.has(folded)) within.names.set(folded, municipality);
		longestName = Math.max(longestName, name.length);
	}
	return { byCode, prefectures, longestName };
}

export type Addressed<M extends Municipality> = {
	prefecture: M['prefecture'] | null;
	municipality: M | null;
	/** What follows. */
	rest: string;
	/** Of one name in several prefectures, none of which is named. */
	ambiguous: M[];
};

/**
 * Finds the municipality that an address begins with: by the prefecture's name and the longest
 * name, with or without 郡 (or the island: 三宅島三宅村).
 */
export function parseAddress<M extends Municipality>(
	text: string,
	{ prefectures, longestName }: Gazetteer<M>
): Addressed<M> {
	const letters = lettersOf(text.normalize('NFC'));
	const address = fold(letters);
	const after = (place: number) => letters.slice(place).join('');
	const named = [...prefectures.values()].find((one) => address.startsWith(one.prefecture.name));
	const start = named?.prefecture.name.length ?? 0;
	const places = named ? [named] : [...prefectures.values()];
	const district = /^[^郡]{1,5}郡|^[^島]{1,3}島/u.exec(address.slice(start))?.[0] ?? '';
	for (const from of district ? [start, start + district.length] : [start]) {
		const beginning = address.slice(from, from + longestName);
		for (let length = beginning.length; length > 1; length--) {
			const name = beginning.slice(0, length);
			const found = places.flatMap(({ names }) => names.get(name) ?? []);
			if (found.length > 1) {
				return { prefecture: null, municipality: null, rest: after(0), ambiguous: found };
			}
			const [municipality] = found;
			if (!municipality) continue;
			const { prefecture } = municipality;
			return { prefecture, municipality, rest: after(from + length), ambiguous: [] };
		}
	}
	const prefecture = named?.prefecture ?? null;
	return { prefecture, municipality: null, rest: after(start), ambiguous: [] };
}
