import { dateWords } from './calendar.ts';
import type { Content } from './content.ts';
import { choiceWords } from './revision-compare.ts';
import type { Names } from './row.ts';
import { contactLines, visibilityNames } from './staff-contacts.ts';
import { label, type VocabularyName } from './vocabulary.ts';

/** 確認票: everything held of a place but what staff wrote for themselves; null where nothing is known. */
export type Sheet = { name: string; lines: { title: string; words: string | null }[] };

/** What is known line by line, and the names of the rest: so that it is one page. */
export const knownAndNot = ({ lines }: Sheet) => ({
	known: lines.flatMap(({ title, words }) => (words === null ? [] : [{ title, words }])),
	unknown: lines.filter(({ words }) => words === null).map(({ title }) => title)
});

export function sheetOf(content: Content, { vocabularies, municipalities }: Names): Sheet {
	const terms = (vocabulary: VocabularyName, codes: (string | null)[]) =>
		codes
			.filter((code) => code !== null)
			.map((code) => label(vocabularies, vocabulary, code))
			.join('・') || null;
	const { location, firstVisit } = content;
	const eases = Object.entries(content.eases).map(
		([code, answer]) =>
			`${label(vocabularies, 'ease', code)}：${answer === 'yes' ? 'はい' : 'いいえ'}`
	);
	const place = [
		location.municipality && municipalities.get(location.municipality),
		location.town,
		location.street,
		location.building
	];
	const joined = (parts: (string | null | undefined)[], by = ' ') =>
		parts.filter(Boolean).join(by) || null;
	return {
		name: content.name,
		lines: [
			{ title: '名前', words: content.name },
			{ title: 'よみ', words: content.kana },
			{ title: 'ふだんの呼び名', words: content.plainName },
			{ title: '団体', words: joined([content.organization?.name, content.organization?.url]) },
			{
				title: '開いているか',
				words: joined([
					choiceWords[content.operation],
					content.operationOn && dateWords(content.operationOn),
					content.operationNote
				])
			},
			{ title: '区分', words: terms('category', content.categories) },
			{ title: '目的', words: terms('need', content.needs) },
			{ title: '対象', words: terms('audience', content.audiences) },
			{
				title: '年齢',
				words: joined(
					[
						content.ageMin === null ? null : `${content.ageMin}歳から`,
						content.ageMax === null ? null : `${content.ageMax}歳まで`,
						content.ageOpen ? '上限なし' : null
					],
					'・'
				)
			},
			{ title: '性別', words: joined([terms('gender', [content.gender]), content.genderNote]) },
			{
				title: '住んでいる所',
				words: joined([terms('residency', [content.residency]), content.residencyNote])
			},
			{
				title: '来てもらえる地域',
				words: joined(
					content.serviceArea.map((code) => municipalities.get(code) ?? code),
					'・'
				)
			},
			{ title: '定員', words: content.capacity === null ? null : `${content.capacity}人` },
			{ title: 'ことば', words: terms('language', content.languages) },
			{
				title: '受け入れ',
				words: joined([
					terms('intake', [content.intake]),
					content.intakeOn && dateWords(content.intakeOn)
				])
			},
			{ title: 'ひとこと', words: content.summary },
			{ title: '紹介', words: content.description },
			{ title: 'すること', words: content.activities },
			{
				title: '日時',
				words: joined(
					content.schedules.map(({ text }) => text),
					'／'
				)
			},
			{ title: '時間の補足', words: content.hoursNote },
			{ title: '費用', words: joined([terms('fee', [content.fee]), content.feeNote]) },
			{
				title: '連絡先',
				words: joined(
					contactLines(content).map(
						({ what, value, visibility }) => `${what} ${value}（${visibilityNames[visibility]}）`
					),
					'／'
				)
			},
			{ title: '申し込み方', words: content.approach },
			{ title: '紹介のしかた', words: content.referral },
			{ title: '場所', words: joined([location.postalCode, ...place]) },
			{ title: '場所をどこまで見せるか', words: choiceWords[content.precision] ?? null },
			{ title: '行き方', words: content.access },
			{
				title: '設備など',
				words: joined([terms('accessibility', content.accessibility), content.accessibilityNote])
			},
			{ title: '参加しやすさ', words: joined(eases, '・') },
			{ title: 'はじめて行く日', words: joined(Object.values(firstVisit), '／') },
			{
				title: 'リンク',
				words: joined(
					content.links.map(({ label, url }) => joined([label, url])),
					'／'
				)
			},
			{
				title: 'お知らせ',
				words:
					content.alert &&
					joined([
						content.alert.text,
						content.alert.from && `${dateWords(content.alert.from)}から`,
						content.alert.until && `${dateWords(content.alert.until)}まで`
					])
			},
			{
				title: '載せる同意',
				words: joined(
					content.consents.map(({ channel, givenOn }) =>
						joined([channel === 'web' ? 'サイト' : '冊子', givenOn], ' ')
					),
					'・'
				)
			}
		]
	};
}
