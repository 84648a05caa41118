import type { Content } from './content.ts';
import type { Names } from './row.ts';
import { contactLines, visibilityNames } from './staff-contacts.ts';
import { label, type VocabularyName } from './vocabulary.ts';

/** 確認票: everything held of a place, line by line, null where nothing is known. */
export type Sheet = { name: string; lines: { title: string; words: string | null }[] };

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
			{ title: '団体', words: content.organization?.name ?? null },
			{ title: '区分', words: terms('category', content.categories) },
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
			{ title: 'ひとこと', words: content.summary },
			{ title: '紹介', words: content.description },
			{
				title: '日時',
				words: joined(
					content.schedules.map(({ text }) => text),
					'／'
				)
			},
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
			{ title: '行き方', words: content.access },
			{ title: '参加しやすさ', words: joined(eases, '・') },
			{ title: 'はじめて行く日', words: joined(Object.values(firstVisit), '／') },
			{ title: 'リンク', words: joined(content.links.map(({ url }) => url)) },
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
