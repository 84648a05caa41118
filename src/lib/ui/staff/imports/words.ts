import type { PreviewState, Way } from '#lib/domain/formats/preview/preview.ts';

export const previewStateNames: Record<PreviewState, string> = {
	reading: '読んでいるところ',
	mapping: '列の意味を決めるところ',
	refused: '読めませんでした',
	ready: 'まだ取り込んでいません',
	writing: '取り込んでいるところ',
	written: '取り込みました',
	undone: '元に戻しました',
	cancelled: 'やめました'
};

export const wayNames: Record<Way, string> = {
	revision: 'すぐに載せる',
	draft: '下書きにする',
	proposal: '提案にする'
};

export const stageNames = {
	parse: 'ファイルを読んでいます',
	compare: 'いまの一覧と、くらべています',
	write: '取り込んでいます'
};

/** さくら市・2027年度版 */
export const whereWords = (
	{ region, year }: { region: string | null; year: number | null },
	regions: Record<string, string>
): string =>
	[
		region ? (regions[region] ?? region) : '市区町村ごとの地域',
		year === null ? 'いまの一覧' : `${year}年度版`
	].join('・');
