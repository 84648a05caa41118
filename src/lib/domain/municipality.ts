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

/** Letters that names of places are written with in two ways. */
const variants: Record<string, string> = {
	ヶ: 'ケ',
	ッ: 'ツ',
	惠: '恵',
	龍: '竜',
	竈: '釜',
	檜: '桧',
	鯵: '鰺',
	澤: '沢',
	濱: '浜',
	廣: '広',
	國: '国',
	條: '条',
	嶋: '島',
	櫻: '桜'
};

/** As many letters out as in, so that a place in the folded text is the same place in the text. */
const fold = (text: string) =>
	text.replace(/[ヶッ惠龍竈檜鯵澤濱廣國條嶋櫻]/g, (one) => variants[one]!);

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
		if (!within.names.has(fold(name))) within.names.set(fold(name), municipality);
		longestName = Math.max(longestName, name.length);
	}
	return { byCode, prefectures, longestName };
}

/**
 * Finds the municipality that an address begins with: by the prefecture's name and the longest
 * name, with or without 郡 (or the island: 三宅島三宅村). `rest` is what follows.
 */
export function parseAddress<M extends Municipality>(
	text: string,
	{ prefectures, longestName }: Gazetteer<M>
): { prefecture: M['prefecture'] | null; municipality: M | null; rest: string } {
	const address = text.normalize('NFC').replace(/[\s\u3000]+/gu, '');
	const named = [...prefectures.values()].find((one) => address.startsWith(one.prefecture.name));
	const start = named?.prefecture.name.length ?? 0;
	const places = named ? [named] : [...prefectures.values()];
	const district = /^[^郡]{1,5}郡|^[^島]{1,3}島/u.exec(address.slice(start))?.[0] ?? '';
	for (const from of district ? [start, start + district.length] : [start]) {
		const letters = fold(address.slice(from, from + longestName));
		for (let length = letters.length; length > 1; length--) {
			const name = letters.slice(0, length);
			const found = places.flatMap(({ names }) => names.get(name) ?? []);
			// Without a prefecture, a name that two of them have (府中市) says nothing.
			if (found.length > 1) return { prefecture: null, municipality: null, rest: address };
			const [municipality] = found;
			if (!municipality) continue;
			const { prefecture } = municipality;
			return { prefecture, municipality, rest: address.slice(from + length) };
		}
	}
	return { prefecture: named?.prefecture ?? null, municipality: null, rest: address.slice(start) };
}
