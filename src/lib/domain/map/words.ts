import type { Area, Spot } from './drawing.ts';

/** 「3番 居場所カフェひだまり、さくら市、居場所」 */
export const spotWords = ({ number, name, place, category }: Spot): string =>
	`${number}番 ${name}、${place}、${category}`;

/** 「さくら市の12件：相談窓口7、居場所5」, the most frequent first; only those when there are many kinds. */
export function spotsWords(spots: readonly Spot[]): string {
	const kinds = countsOf(spots.map(({ category }) => category));
	return kindsWords(spots.length, kinds, townsOf(spots));
}

/** Towns of places, the most frequent first. */
export const townsOf = (spots: readonly Spot[]): string[] =>
	countsOf(spots.map(({ place }) => place)).map(([town]) => town);

/** How many there are of each, most first. */
export function countsOf(all: Iterable<string>): [one: string, count: number][] {
	const counts = new Map<string, number>();
	for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
	return [...counts].sort((one, other) => other[1] - one[1]);
}

/** 「さくら市」「さくら市ほか」: what there is room for on a map; null of no town. */
export const townsPill = ([first, ...others]: readonly string[]): string | null =>
	first === undefined ? null : first + (others.length > 0 ? 'ほか' : '');

/** 「さくら市の」「さくら市・かえで市の」「さくら市・かえで市などの」 */
const townsWords = (towns: readonly string[]): string =>
	towns.length === 0 ? '' : towns.slice(0, 2).join('・') + (towns.length > 2 ? 'などの' : 'の');

/** The same of how many there are of which, in which towns. */
export function kindsWords(
	total: number,
	counts: readonly [kind: string, count: number][],
	towns: readonly string[]
): string {
	const said = counts.length > kinds + 1 ? counts.slice(0, kinds) : counts;
	const others = total - said.reduce((sum, [, count]) => sum + count, 0);
	const words = said.map(([category, count]) => category + count);
	return `${townsWords(towns)}${total}件：${[...words, ...(others > 0 ? [`ほか${others}`] : [])].join('、')}`;
}

/** 「さくら市のどこか：3・8番（詳しい場所は申込のあとに）」 */
export const areasWords = (areas: readonly Area[]): string =>
	`${areasPlace(areas)}：${areasNumbers(areas)}（詳しい場所は申込のあとに）`;

/** 「さくら市 3・8番」「さくら市ほか 12件」: what there is room for on a map. */
export const areasPill = (areas: readonly Area[]): string =>
	`${townsPill(areas.map(({ name }) => name))} ${areasNumbers(areas)}`;

/** 「3・8番」「12件」 */
export function areasNumbers(areas: readonly Area[]): string {
	const numbers = areas.flatMap((area) => area.numbers).sort((one, other) => one - other);
	return numbers.length > fewest ? `${numbers.length}件` : `${numbers.join('・')}番`;
}

/** 「さくら市・みなと市のどこか」「さくら市、みなと市など5つの市区町村のどこか」 */
export function areasPlace(areas: readonly Area[]): string {
	const names = areas.map(({ name }) => name);
	if (names.length <= fewest) return `${names.join('・')}のどこか`;
	return `${names.slice(0, 2).join('、')}など${names.length}つの市区町村のどこか`;
}

const fewest = 3;
const kinds = 5;
