import { dateWords } from '#lib/domain/calendar/calendar.ts';
import { label, lineage } from '#lib/domain/labels/vocabulary.ts';
import { symbolOf, type Names } from '#lib/domain/listing/row.ts';
import type { Verification } from '#lib/domain/resource/verification.ts';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import type { EntryMeans } from './entry.ts';
import type { Indexed } from './indexes.ts';

type Checked = { verification: Verification | null };

const unchecked = '確認の記録なし';

/** How the entries were checked, the most frequent first; what nobody recorded comes last. */
export function checksOf(all: readonly Checked[], { vocabularies }: Names): Booklet['checks'] {
	const counted = [...vocabularies.method.keys()]
		.map((code) => ({
			words: label(vocabularies, 'method', code),
			count: all.filter(({ verification }) => verification?.method === code).length
		}))
		.sort((a, b) => b.count - a.count);
	const count = all.filter(({ verification }) => verification === null).length;
	return [...counted, { words: unchecked, count }].filter((one) => one.count > 0);
}

/** Symbols of categories are names of drawings, those of eases are letters. */
export function legendOf(
	all: readonly Indexed[],
	{ names: { vocabularies }, easeSymbols }: EntryMeans
): Booklet['legend'] {
	const { category, ease } = vocabularies;
	const open = all.filter(({ content }) => content.operation !== 'closed');
	const roots = new Set(
		all.map(({ content }) => lineage(category, content.categories[0]!).at(-1)!)
	);
	const said = new Set(
		open.flatMap(({ content }) =>
			Object.entries(content.eases).flatMap(([code, answer]) => (answer === 'yes' ? code : []))
		)
	);
	return [
		...[...category.values()]
			.filter(({ code }) => roots.has(code))
			.map(({ code, label }) => ({ symbol: symbolOf(code, vocabularies), words: label })),
		...[...ease.values()]
			.filter(({ code }) => said.has(code))
			.map(({ code, label }) => ({ symbol: easeSymbols.get(code)!, words: label }))
	];
}

const mostWindows = 4;

/** Numbers of what helps who does not know: the region's general window, then others that say so. */
export function windowsOf(
	all: readonly (Indexed & { id: string })[],
	{ vocabularies }: Names,
	general: string | null
): number[] {
	const open = all.filter(({ content }) => content.operation === 'open');
	const isWindow = ({ content }: Indexed) =>
		content.needs.includes('not-sure') &&
		content.categories.some((code) =>
			lineage(vocabularies.category, code).includes('consultation')
		);
	const first = open.filter(({ id }) => id === general);
	const others = open.filter((one) => one.id !== general && isWindow(one));
	return [...first, ...others].slice(0, mostWindows).map(({ number }) => number);
}

/** Of whom the maps are, and whose data the entries began with. */
export function creditsOf(all: readonly Indexed[], land: string | null): string[] {
	const retrieved = new Map<string, string | null>();
	for (const { name, retrievedOn } of all.flatMap(({ content }) => content.sources)) {
		const known = retrieved.get(name) ?? null;
		const isNewer = retrievedOn !== null && (known === null || retrievedOn > known);
		if (isNewer || !retrieved.has(name)) retrieved.set(name, retrievedOn);
	}
	return [
		...(land === null ? [] : [`地図：${land}`]),
		...[...retrieved].map(
			([name, on]) => `出典：${name}${on === null ? '' : `（${dateWords(on)}取得）`}`
		)
	];
}
