import type { Area, Spot } from './drawing.ts';

/** 「3番 居場所カフェひだまり、さくら市、居場所」 */
export const spotWords = ({ number, name, place, category }: Spot): string =>
	`${number}番 ${name}、${place}、${category}`;

/** 「12件：相談窓口7、居場所5」, the most frequent first; only those when there are many kinds. */
export function spotsWords(spots: readonly Spot[]): string {
	const counts = new Map<string, number>();
	for (const { category } of spots) counts.set(category, (counts.get(category) ?? 0) + 1);
	return kindsWords(
		spots.length,
		[...counts].sort((one, other) => other[1] - one[1])
	);
}

/** The same of how many there are of which. */
export function kindsWords(
	total: number,
	counts: readonly [kind: string, count: number][]
): string {
	const said = counts.length > kinds + 1 ? counts.slice(0, kinds) : counts;
	const others = total - said.reduce((sum, [, count]) => sum + count, 0);
	const words = said.map(([category, count]) => category + count);
	return `${total}件：${[...words, ...(others > 0 ? [`ほか${others}`] : [])].join('、')}`;
}

/** 「さくら市のどこか：3・8番（くわしい場所は申込のあとに）」 */
export const areasWords = (areas: readonly Area[]): string =>
	`${areasPlace(areas)}：${areasNumbers(areas)}（くわしい場所は申込のあとに）`;

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
