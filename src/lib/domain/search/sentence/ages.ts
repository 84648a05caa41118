import { numberOfKanji } from '#lib/domain/text/normalise.ts';
import { ageWant, type Want } from './want.ts';

const kanaTens: Record<string, number> = {
	さんじゅう: 30,
	しじゅう: 40,
	よんじゅう: 40,
	ごじゅう: 50,
	ろくじゅう: 60,
	ななじゅう: 70,
	はちじゅう: 80
};
const number = String.raw`(\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|${Object.keys(kanaTens).join('|')})`;
/** 50代, 三十五歳, 四十すぎ, 58ですが, 19でもいける?; a number alone is none, and a parent's age is not of whom help is for. */
const years = new RegExp(
	String.raw`(?<![\d:.\-〜~第])${number}(代|だい|歳|才|さい|路(?=[のでにを手前]|$)|(?=を?(?:過ぎ|すぎ|越え|こえ)|に(?:な[るっり])|手前|目前|前(?:[のでに]|$)|です|だけど|でも|の(?:娘|息子|子|男|女|母|父|むす|おっと)))(半ば|後半|前半)?(を?(?:過ぎ|すぎ|越え|こえ)|手前|目前|前(?=[のでに]|$))?(?!の(?:両?親|祖?[母父]|おや|はは|ちち))`,
	'u'
);
/** 小5, 中三, 高校2年. */
const grade =
	/(小|中|高)(?:学校?|校)?([1-6一二三四五六])(?:年生?)?(?![\d時回人分月日番つ歳才十階丁号病])/u;
const firstGrade: Record<string, number> = { 小: 6, 中: 12, 高: 15 };
const grades: Record<string, number> = { 小: 6, 中: 3, 高: 3 };
/** Words of an age that say more than it. */
const ofStage: Record<string, [number, number]> = {
	小学生: [6, 12],
	中学生: [12, 15],
	高校生: [15, 18],
	大学生: [18, 24],
	はたち: [20, 20],
	還暦: [60, 64],
	アラサー: [28, 34],
	アラフォー: [37, 44],
	アラフィフ: [47, 54]
};
const stages = new RegExp(`${Object.keys(ofStage).join('|')}|ハタチ`, 'u');
const oldest = 110;

/** An age that a query names, and the code units that say nothing else. */
export function ageIn(text: string): { want: Want; start: number; end: number } | null {
	const school = grade.exec(text);
	if (school) {
		const [said, kind, of] = school as unknown as [string, string, string];
		const year = numberIn(of);
		if (year <= grades[kind]!) {
			const age = firstGrade[kind]! + year - 1;
			const span = { start: school.index, end: school.index + said.length };
			// What kind of school it is says more than the age.
			return { want: ageWant(age, age + 1, said, [span]), start: span.start + 1, end: span.end };
		}
	}
	const found = years.exec(text);
	if (!found) {
		const word = stages.exec(text);
		if (!word) return null;
		const [from, to] = ofStage[word[0].replace('ハタチ', 'はたち')]!;
		const span = { start: word.index, end: word.index + word[0].length };
		return { want: ageWant(from, to, word[0], [span]), start: span.start, end: span.start };
	}
	const [said, typed, unit = '', part, side] = found as unknown as [
		string,
		string,
		...(string | undefined)[]
	];
	const age = kanaTens[typed] ?? numberIn(typed);
	// 「3です」 is no age.
	if (age > oldest || (unit === '' && age < 10)) return null;
	const span = { start: found.index, end: found.index + said.length };
	const [from, to] = range(age, unit, part, side);
	return { want: ageWant(from, to, said, [span]), ...span };
}

function range(age: number, unit: string, part?: string, side?: string): [number, number] {
	const isRound = age % 10 === 0;
	if (side && /前/u.test(side)) return [age - 2, age];
	if (side) return [age, isRound ? age + 9 : age + 2];
	if (!isRound || !/代|だい|路/u.test(unit)) return [age, age];
	if (part === '前半') return [age, age + 4];
	if (part === '後半') return [age + 5, age + 9];
	return part ? [age + 4, age + 6] : [age, age + 9];
}

const numberIn = (typed: string): number =>
	/\d/.test(typed) ? Number(typed) : numberOfKanji(typed);
