import type { BookletChapter } from '#lib/domain/booklet/booklet.ts';
import { symbolOf } from '#lib/domain/listing/row.ts';
import { withKana } from '#lib/domain/reader/profile/ruby.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';
import type { Told } from './entries.ts';
import { mapOf, townsOf } from './maps.ts';

type Chapter = Omit<BookletChapter, 'entries'> & { numbers: number[] };

const undivided = withKana('この冊子の場所', 'このさっしのばしょ');

/** In the order of the first number of each; it pauses after every map. */
export function* chaptersOf(
	db: Database,
	told: readonly Told[],
	isUndivided: boolean
): Generator<void, { chapters: Chapter[]; credit: string | null }> {
	const { vocabularies } = names(db);
	const towns = townsOf(db, told);
	const groups = Map.groupBy(told, ({ chapter }) => (isUndivided ? '' : chapter));
	const chapters: Chapter[] = [];
	let credit: string | null = null;
	for (const [code, own] of groups) {
		const term = vocabularies.category.get(code);
		const label = code ? withKana(term?.label ?? code, term?.kana ?? null) : undivided;
		const drawn = mapOf(db, `${term?.label ?? (code || '掲載の場所')}の地図`, own, towns);
		credit ??= drawn?.credit ?? null;
		chapters.push({
			...{ code, label, symbol: code ? symbolOf(code, vocabularies) : 'place' },
			...{ place: chapters.length, map: drawn && drawn.map },
			numbers: own.map(({ number }) => number)
		});
		yield;
	}
	return { chapters, credit };
}
