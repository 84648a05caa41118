import type { Reason } from './query.ts';

/** How a find is told on a page; apart from what finds it, so that only this goes to the browser. */

/** Code units of a text, the end not included. */
export type Range = { start: number; end: number };

const missingWords = {
	unknown: 'かどうかは、未確認です',
	no: 'ではありません',
	unnamed: 'としては載っていません'
};

/** 「『居場所』の言いかえで見つかりました」 */
export function reasonWords(reason: Reason): string {
	switch (reason.by) {
		case 'reading':
			return reason.kana === null
				? '読みかたで見つかりました'
				: `読み「${reason.kana}」で見つかりました`;
		case 'synonym':
			return `言いかえ「${reason.word}」で見つかりました`;
		case 'term':
			return `「${reason.word}」にあてはまるところです`;
		case 'missing':
			return `「${reason.word}」${missingWords[reason.how]}`;
	}
}

/** A text in pieces, those in the ranges marked. */
export function parted(
	text: string,
	marks: readonly Range[]
): { words: string; isMarked: boolean }[] {
	const parts: { words: string; isMarked: boolean }[] = [];
	let from = 0;
	for (const { start, end } of marks) {
		if (start > from) parts.push({ words: text.slice(from, start), isMarked: false });
		parts.push({ words: text.slice(start, end), isMarked: true });
		from = end;
	}
	if (from < text.length) parts.push({ words: text.slice(from), isMarked: false });
	return parts;
}
