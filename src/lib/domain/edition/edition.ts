export const chapterOrders = ['category', 'municipality', 'kana', 'hand'] as const;
export type ChapterOrder = (typeof chapterOrders)[number];

export const chapterOrderNames: Record<ChapterOrder, string> = {
	category: '区分の章ごとに、よみの順',
	municipality: '市区町村の章ごとに、区分とよみの順',
	kana: '章に分けず、よみの順',
	hand: '区分の章ごとに、手で決めた順'
};

export const entryStates = ['new', 'continued', 'changed', 'paused', 'closed'] as const;
export type EntryState = (typeof entryStates)[number];

/** A number of an edition whose entry readers may not see any more. */
export type Struck = { number: number; why: 'withdrawn' | 'off-web' };

export const struckWords: Record<Struck['why'], string> = {
	withdrawn: '取り下げられました',
	'off-web': 'ウェブへの掲載を取りやめました'
};

export type EditionState =
	'preparing' | 'verifying' | 'locked' | 'published' | 'superseded' | 'withdrawn';

export const editionStateNames: Record<EditionState, string> = {
	preparing: '準備',
	verifying: '確認中',
	locked: '校了',
	published: '公開',
	superseded: '旧版',
	withdrawn: '取り下げ'
};

/** The state follows from what has been recorded; it is not stored beside it. */
export function editionState(edition: {
	verifying_at: string | null;
	locked_at: string | null;
	published_at: string | null;
	superseded_at: string | null;
	withdrawn_at: string | null;
}): EditionState {
	if (edition.withdrawn_at) return 'withdrawn';
	if (edition.superseded_at) return 'superseded';
	if (edition.published_at) return 'published';
	if (edition.locked_at) return 'locked';
	if (edition.verifying_at) return 'verifying';
	return 'preparing';
}

/** Its entries, their order and its words may still change. */
export const isBeingMade = (state: EditionState): boolean =>
	state === 'preparing' || state === 'verifying';

/** Of those that somebody may see, the newest of an earlier year that was not withdrawn. */
export const newestBefore = <Edition extends { year: number; state: EditionState }>(
	editions: readonly Edition[],
	year: number
): Edition | undefined =>
	editions
		.filter((edition) => edition.year < year && edition.state !== 'withdrawn')
		.toSorted((a, b) => b.year - a.year)[0];

/** 2026 → `sakura-2026`. */
export const editionName = (slug: string, year: number) => `${slug}-${year}`;

export function parseEditionName(name: string): { slug: string; year: number } | null {
	const match = /^([a-z][a-z0-9-]{0,39})-(\d{4})$/.exec(name);
	return match ? { slug: match[1]!, year: Number(match[2]) } : null;
}

/** What an entry is compared with the pin of the edition before (undefined: it was not in it). */
export function entryState(
	pinned: { contentHash: string; operation: 'open' | 'paused' | 'closed' },
	before: { contentHash: string } | undefined
): EntryState {
	if (pinned.operation === 'closed') return 'closed';
	if (pinned.operation === 'paused') return 'paused';
	if (!before) return 'new';
	return before.contentHash === pinned.contentHash ? 'continued' : 'changed';
}
