import type { Profile } from '#lib/domain/reader/profile/profile.ts';
import { widthOf } from '#lib/domain/text/width.ts';

/** A row of the supporter's page. Nothing stands there without words. */
type Row = { title: string; words: string };

/** In letters: two such rows stand side by side, whatever their size. */
const most = 10;

export const isShort = (words: string): boolean => widthOf(words) <= most;

const row = (title: string, words: string | null): Row[] => (words ? [{ title, words }] : []);

/** Who takes people in, who answers, and how sure that is. */
export function referringOf({ firstVisit, intake, checked, sources }: Profile): Row[] {
	return [
		...row('受け入れ', intake),
		...row('はじめての日に', firstVisit[0]?.words ?? null),
		...(checked ? row('確かめた日と方法', checked) : row('もとの情報', sources[0]?.words ?? null))
	];
}

export function conditionsOf({ who, fee, eases, accessibility }: Profile): Row[] {
	return [
		...who.flatMap(({ title, words }) => row(title, words)),
		...row('費用', fee),
		...row('できること', eases.yes.join('・')),
		...row('知っておくこと', eases.no.join('・')),
		...row('設備など', accessibility.join('・'))
	];
}

/** What a supporter would look for and nobody has said, in one line; null where nothing is missing. */
export function unsaidOf({ who, fee, intake, checked, ways }: Profile): string | null {
	const missing = [
		...(ways.length > 0 ? [] : ['連絡先']),
		...(intake ? [] : ['受け入れ']),
		...who.flatMap(({ title, words }) => (words ? [] : [title])),
		...(fee ? [] : ['費用']),
		...(checked ? [] : ['確かめた日'])
	];
	return missing.length > 0 ? `未確認：${missing.join('・')}` : null;
}
