import type { Token } from '#lib/domain/text/generated-reading.ts';

const words = (text: string) => new Set(text.split(' '));

/** Said in two ways, between which only the sense decides. */
const twofold = words(
	[
		'方 何 今日 明日 昨日 一日 一人 二人 人々 家 私 他 外 中 内 間 後 前 上 下 左右 表 裏 側 傍 所 処 物 者 日 月 火 水 木 金 土 年 市',
		'町 村 字 角 床 皮 空 生 主 代 大 小 新 元 本 頭 舎 汁 面 業 行 工夫 市場 上手 下手 大人 人気 一時 一行 一言 一途 一見 一目 一声 初日 十分 何人 何時',
		'今年 昨年 今朝 夕べ 明後日 一昨日 最中 名 心中 大家 気質 風車 色紙 牧場 寒気 足跡 生物 目下 国境 造作 仮名 見物 分別 末期 梅雨 紅葉 七夕'
	].join(' ')
);

/** Verbs and adjectives, in the form of a dictionary, of which some form is written like another one's. */
const twofoldForms = words(
	'行く 行う 開く 空く 辛い 止める 止む 入る 通う 通る 怒る 汚れる 抱く 描く 弾く 避ける 脅かす 注ぐ 著す 臭う 膨れる 逸れる 被る 潜る 捻る 解ける 盛る 擦る 埋める 弄る 摘む 抓る 担う 担ぐ 強いる 強い 細い 怖い 恐い 怠い 温かい 縁る 集う 集る 負う'
);
/** Of those, what the letters after the kanji tell apart. */
const toldApart = words('強い 細い 怖い 恐い 温かい 集う 負う 担う 担ぐ');

/** Letters at the end of other words that are said so there always. */
const endings = new Map(
	Object.entries({
		...{ 者: 'シャ', 会: 'カイ', 駅: 'エキ', 室: 'シツ', 員: 'イン', 的: 'テキ', 性: 'セイ' },
		...{ 用: 'ヨウ', 費: 'ヒ', 料: 'リョウ', 券: 'ケン', 館: 'カン', 院: 'イン', 園: 'エン' },
		...{ 校: 'コウ', 課: 'カ', 部: 'ブ', 街: 'ガイ', 店: 'テン', 証: 'ショウ', 書: 'ショ' }
	})
);

/** 「来たる」「居る」: forms that the dictionary reads in the rarer way. */
const rare = /^(来.*キタ|居.*オ)/;

export const isNumber = (token: Token | undefined): boolean =>
	token !== undefined &&
	(token.partOfSpeechSubcategory1 === '数' || /^[0-9０-９]+$/.test(token.surface));

/** Whether the dictionary's reading of a word is the only one it can have where it stands. */
export function isSure(tokens: readonly Token[], at: number): boolean {
	const token = tokens[at]!;
	const { surface, reading, partOfSpeech, partOfSpeechSubcategory1: kind, baseForm } = token;
	if (reading === undefined || !/^[ァ-ヶー]+$/u.test(reading)) return false;
	if (kind === '固有名詞' || isNumber(token) || rare.test(surface + reading)) return false;
	// What is counted changes with its number, and is said elsewhere.
	if (isNumber(tokens[at - 1]) && (kind === '接尾' || [...surface].length === 1)) return false;
	if (kind === '接尾') return isSureEnding(surface, reading);
	if (partOfSpeech === '接頭詞') return ['第', '約', '各', '毎', '全'].includes(surface);
	if (twofold.has(surface)) return false;
	if (partOfSpeech === '動詞' || partOfSpeech === '形容詞') {
		const form = baseForm ?? surface;
		return !twofoldForms.has(form) || toldApart.has(form);
	}
	return true;
}

const isSureEnding = (surface: string, reading: string) =>
	[...surface].length > 1 ? !twofold.has(surface) : endings.get(surface) === reading;
