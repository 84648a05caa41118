import type { Kind } from './kinds.ts';
import type { Dice } from './random.ts';
import type { Town } from './towns.ts';
import {
	brands,
	foreign,
	nature,
	quarters,
	settings,
	soft,
	surnames,
	words,
	type Word
} from './words.ts';

/** Joins pieces, so that the reading says what the name says. */
const join = (...pieces: (Word | string)[]): Word => ({
	text: pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(''),
	kana: pieces
		.map((piece) => (typeof piece === 'string' ? piece.replace(/[「」]/gu, ' ') : piece.kana))
		.join('')
		.replace(/\s+/gu, ' ')
		.trim()
});

/** A name of its own, as places of this field give themselves. */
function properName(dice: Dice): Word {
	const roll = dice.below(100);
	if (roll < 42) return join(dice.one(nature), 'の', dice.one(settings));
	if (roll < 52) return join(dice.one(nature), 'と', dice.one(nature));
	if (roll < 60) return join(dice.one(soft), 'の', dice.one(settings));
	if (roll < 65) return join(dice.one(foreign), dice.one(settings.slice(-7)));
	return dice.one(roll < 83 ? soft : foreign);
}

const separators = [' ', ' ', ' ', '　', '', '「」'];

function withSeparator(dice: Dice, before: Word, name: Word): Word {
	const separator = dice.one(separators);
	return separator === '「」' ? join(before, '「', name, '」') : join(before, separator, name);
}

export function nameOf(dice: Dice, kind: Kind, town: Town): Word {
	if (dice.percent(kind.surname)) {
		const given = dice.percent(30) ? dice.one(quarters) : '';
		return join(dice.one(surnames), given, dice.one(kind.behind));
	}
	if (dice.percent(kind.chain)) {
		const quarter = dice.percent(50) ? dice.one(quarters) : '';
		return join(dice.one(brands), dice.one([' ', ' ', '　', '']), town.stem, quarter);
	}
	if (dice.percent(18)) {
		const office = join({ text: town.name, kana: town.kana }, dice.one(['', '', ' ']));
		const plain = join(office, dice.one(kind.ofTown));
		if (dice.percent(35)) return withSeparator(dice, plain, properName(dice));
		return dice.percent(25) ? join(plain, dice.one([' ', '']), dice.one(quarters)) : plain;
	}
	const proper = properName(dice);
	const roll = dice.below(100);
	if (roll < 55) return withSeparator(dice, dice.one(kind.before), proper);
	if (roll < 80) return join(proper, dice.one(kind.behind));
	return proper;
}

/** A second place of the same name, as there are: 「第二」 and the like, or where it is. */
export const branchOf = (dice: Dice, name: Word, town: Town): Word =>
	join(name, ' ', dice.percent(50) ? town.stem : dice.one(quarters));

const legalForms = words(`
	社会福祉法人＝しゃかいふくしほうじん 社会福祉法人＝しゃかいふくしほうじん 特定非営利活動法人＝とくていひえいりかつどうほうじん NPO法人＝えぬぴーおーほうじん
	一般社団法人＝いっぱんしゃだんほうじん 医療法人＝いりょうほうじん 医療法人社団＝いりょうほうじんしゃだん 株式会社＝かぶしきがいしゃ 合同会社＝ごうどうがいしゃ ㈱＝かぶしきがいしゃ
	（福）＝しゃかいふくしほうじん
`);
const societies = words(
	'会＝かい 福祉会＝ふくしかい 舎＝しゃ 学舎＝まなびや ネットワーク の輪＝のわ'
);

export function organizationOf(dice: Dice): Word {
	const proper = dice.percent(20) ? dice.one(surnames) : properName(dice);
	const society = dice.percent(70) ? dice.one(societies) : '';
	return join(dice.one(legalForms), dice.one(['', '', ' ']), proper, society);
}
