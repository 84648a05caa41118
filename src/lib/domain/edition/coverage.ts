/** An entry that is open, as the coverage sheet counts it. */
export type Covering = {
	/** Code; null: online, or withheld. */
	municipality: string | null;
	/** Code of the chapter. */
	chapter: string;
	/** Codes. */
	audiences: string[];
};

/** Whom a cell is looked at for; 「どなたでも」 is for each of them. */
export const sheetAudiences = ['person', 'experienced', 'family', 'supporter'] as const;
export type SheetAudience = (typeof sheetAudiences)[number];

export type Cell = { total: number } & Record<SheetAudience, number>;

/** By municipality and then by chapter; the key `''` holds what belongs to no municipality. */
export type Coverage = Map<string, Map<string, Cell>>;

const empty = (): Cell => ({ total: 0, person: 0, experienced: 0, family: 0, supporter: 0 });

type Named = { code: string; name: string };

/**
 * A ward of a designated city (札幌市中央区) is no municipality of its own: the code of its city, where
 * that is among them. Everything else is its own.
 */
export function cityOf(municipalities: readonly Named[], { code, name }: Named): string {
	if (!name.endsWith('区')) return code;
	const city = municipalities.find(
		(one) =>
			one.name.endsWith('市') &&
			name.startsWith(one.name) &&
			one.code.slice(0, 2) === code.slice(0, 2)
	);
	return city?.code ?? code;
}

/**
 * Where entries and the municipalities of a region are counted: by city as soon as one is said, by the
 * region or by an entry, else by ward.
 */
export function rowsBy(municipalities: readonly Named[], recorded: readonly Named[]) {
	const all = [...municipalities, ...recorded];
	const rowOf = (one: Named) => cityOf(all, one);
	return { rows: [...new Set(municipalities.map(rowOf))], rowOf };
}

/** How many entries there are for whom in every municipality and chapter; a blank is a cell of zeros. */
export function coverageOf(
	covering: readonly Covering[],
	{ municipalities, chapters }: { municipalities: string[]; chapters: string[] }
): Coverage {
	const sheet: Coverage = new Map(
		[...municipalities, ''].map((code) => [code, new Map(chapters.map((one) => [one, empty()]))])
	);
	for (const { municipality, chapter, audiences } of covering) {
		const row = sheet.get(municipality ?? '') ?? sheet.get('')!;
		const cell = row.get(chapter);
		if (!cell) continue;
		cell.total += 1;
		for (const audience of sheetAudiences) {
			if (audiences.includes(audience) || audiences.includes('anyone')) cell[audience] += 1;
		}
	}
	return sheet;
}

/** Cells of municipalities in which there is nothing, or nothing for somebody. */
export function blanksOf(sheet: Coverage, audience: SheetAudience | 'total' = 'total'): number {
	return [...sheet]
		.filter(([code]) => code !== '')
		.flatMap(([, row]) => [...row.values()])
		.filter((cell) => cell[audience] === 0).length;
}
