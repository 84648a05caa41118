import { plainOf, rubyOf, type Ruby } from '#lib/domain/reader/profile/ruby.ts';
import type { Handout } from './contents.ts';
import { shortened } from './letter-size.ts';

/** What goes into a pocket. */
export type Card = {
	notice: string | null;
	lines: string[];
	rows: { title: Ruby; words: string; isWay: boolean }[];
	/** To be shown or said; null where it has no room. */
	say: { title: string; words: string } | null;
	/** How much there is, and so how small it is. */
	amount: 'few' | 'more' | 'most';
};

const most = { text: 60, row: 44, name: 40, ways: 3 };
/** Full-width letters to a line at the usual size: of text, of the name, beside a title. */
const perLine = { text: 24, name: 13, longName: 17, row: 17 };
/** Lines that have room over the code, at the usual size and at the smaller one. */
const room = { few: 16.5, more: 22 };

export function cardOf(handout: Handout): Card {
	const { profile, pocket, title } = handout;
	const notice = handout.notices[0] ? shortened(handout.notices[0], most.text) : null;
	const row = (title: string, words: string, isWay = false) => ({
		title: rubyOf(title),
		words: shortened(words, most.row),
		isWay
	});
	const fee = handout.fee && (plainOf(handout.fee.label) || handout.fee.note);
	const rows = [
		...(handout.when.length > 0 ? [row('いつ', handout.when.join('／'))] : []),
		row('{場所|ばしょ}', profile.address ?? handout.place),
		...(fee ? [row('{費用|ひよう}', fee)] : []),
		...profile.ways
			.filter(({ words }) => words.length <= most.text)
			.slice(0, most.ways)
			.map(({ title, words }) => ({ title: rubyOf(title), words, isWay: true }))
	];
	const plainName = handout.plainName ? [shortened(handout.plainName, most.name)] : [];
	const about = handout.texts.about[0] ? [shortened(handout.texts.about[0], most.text)] : [];
	const say = {
		title: pocket.manner === '見せる' ? 'この紙を見せるだけでも' : 'はじめのひとこと',
		words: pocket.words
	};
	const named = (lines: string[]) => ({ notice, lines, rows });
	const tries: Omit<Card, 'amount'>[] = [
		{ ...named([...plainName, ...(notice ? [] : about)]), say },
		{ ...named(plainName), say },
		{ ...named(plainName), say: null }
	];
	const found = tries.find((card) => heightOf(title, card) <= room.few);
	if (found) return { ...found, amount: 'few' };
	const [, smaller, last] = tries as [unknown, Omit<Card, 'amount'>, Omit<Card, 'amount'>];
	if (heightOf(title, smaller) <= room.more) return { ...smaller, amount: 'more' };
	return { ...last, amount: heightOf(title, last) <= room.more ? 'more' : 'most' };
}

/** In lines. */
function heightOf(title: string, { notice, lines, rows, say }: Omit<Card, 'amount'>): number {
	const of = (text: string, letters: number) => Math.ceil(widthOf(text) / letters);
	const texts = [...(notice ? [notice] : []), ...lines];
	return (
		1 +
		of(title, title.length > 14 ? perLine.longName : perLine.name) * 1.4 +
		texts.reduce((sum, text) => sum + of(text, perLine.text) + 0.2, 0) +
		rows.reduce((sum, { words }) => sum + of(words, perLine.row) + 0.15, 0) +
		(say ? of(say.words, perLine.text) * 0.9 + 1.8 : 0)
	);
}

const widthOf = (text: string): number =>
	[...text].reduce((sum, letter) => sum + (letter < '\u2000' ? 0.6 : 1), 0);
