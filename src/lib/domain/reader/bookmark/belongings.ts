import { emptyShelf, type Shelf } from './shelf.ts';

/** What this site keeps on a device. */
export type Belongings = {
	places: number;
	memos: number;
	/** That somebody made or named. */
	lists: number;
	hasDisplaySettings: boolean;
	/** 今日はここまで. */
	hasLeft: boolean;
	/** Name of the own region. */
	ownRegion: string | null;
	/** Names of the regions that are kept for when there is no line. */
	regions: readonly string[];
};

export function belongingsOf(
	{ lists, places }: Shelf,
	others: Pick<Belongings, 'hasDisplaySettings' | 'hasLeft' | 'ownRegion' | 'regions'>
): Belongings {
	const [first] = emptyShelf().lists;
	const kept = Object.values(places);
	return {
		places: kept.length,
		memos: kept.filter(({ memo }) => memo !== '').length,
		lists: lists.filter(({ id, name }) => id !== first!.id || name !== first!.name).length,
		...others
	};
}

/** 「しおり3か所」, 「メモ1つ」…: nothing that is not there. */
export const belongingWords = (one: Belongings): string[] =>
	[
		one.places > 0 && `しおり${one.places}か所`,
		one.memos > 0 && `メモ${one.memos}つ`,
		one.lists > 0 && `作ったリスト${one.lists}つ`,
		one.hasDisplaySettings && '見やすさの設定',
		one.hasLeft && '「今日はここまで」のしるし',
		one.ownRegion !== null && `いつも見る地域（${one.ownRegion}）`,
		one.regions.length > 0 && `取っておいた地域${one.regions.length}つ（${one.regions.join('、')}）`
	].filter((words) => words !== false);
