import { dateWords } from '#lib/domain/calendar/calendar.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { operations, precisions } from '#lib/domain/labels/choices.ts';
import type { Names } from '#lib/domain/listing/row.ts';
import { scheduleWords } from '#lib/domain/schedule/words.ts';
import { contactLines } from '#lib/domain/resource/contact-lines.ts';
import { visibilities } from '#lib/domain/labels/choices.ts';
import { label, type VocabularyName } from '#lib/domain/labels/vocabulary.ts';

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
	// In the order of the page; null: told in another line, or not to be printed.
	const lines = {
		name: { title: '名前', words: content.name },
		kana: { title: 'よみ', words: content.kana },
		plainName: { title: 'ふだんの呼び名', words: content.plainName },
		organization: {
			title: '団体',
			words: joined([
				content.organization?.name,
				content.organization?.kana && `（${content.organization.kana}）`,
				content.organization?.corporateNumber && `法人番号 ${content.organization.corporateNumber}`,
				content.organization?.url
			])
		},
		operation: {
			title: '開いているか',
			words: joined([
				operations[content.operation],
				content.operationOn && dateWords(content.operationOn),
				content.operationNote
			])
		},
		operationOn: null,
		operationNote: null,
		categories: { title: '区分', words: terms('category', content.categories) },
		needs: { title: '目的', words: terms('need', content.needs) },
		audiences: { title: '対象', words: terms('audience', content.audiences) },
		ageMin: {
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
		ageMax: null,
		ageOpen: null,
		gender: {
			title: '性別',
			words: joined([terms('gender', [content.gender]), content.genderNote])
		},
		genderNote: null,
		residency: {
			title: '住んでいる所',
			words: joined([terms('residency', [content.residency]), content.residencyNote])
		},
		residencyNote: null,
		serviceArea: {
			title: '来てもらえる地域',
			words: joined(
				content.serviceArea.map((code) => municipalities.get(code) ?? code),
				'・'
			)
		},
		capacity: {
			title: '定員',
			words: content.capacity === null ? null : `${content.capacity}人`
		},
		languages: { title: 'ことば', words: terms('language', content.languages) },
		intake: {
			title: '受け入れ',
			words: joined([
				terms('intake', [content.intake]),
				content.intakeOn && dateWords(content.intakeOn)
			])
		},
		intakeOn: null,
		summary: { title: '短い紹介', words: content.summary },
		description: { title: '紹介', words: content.description },
		activities: { title: 'すること', words: content.activities },
		schedules: { title: '日時', words: joined(content.schedules.map(scheduleWords), '／') },
		hoursNote: { title: '時間の補足', words: content.hoursNote },
		fee: { title: '費用', words: joined([terms('fee', [content.fee]), content.feeNote]) },
		feeNote: null,
		contacts: {
			title: '連絡先',
			words: joined(
				contactLines(content).map(
					({ what, value, visibility }) => `${what} ${value}（${visibilities[visibility]}）`
				),
				'／'
			)
		},
		phones: null,
		approach: { title: '申し込み方', words: content.approach },
		referral: { title: '紹介のしかた', words: content.referral },
		location: { title: '場所', words: joined([location.postalCode, ...place]) },
		precision: {
			title: '場所をどこまで見せるか',
			words: precisions[content.precision]
		},
		access: { title: '行き方', words: content.access },
		accessibility: {
			title: '設備など',
			words: joined([terms('accessibility', content.accessibility), content.accessibilityNote])
		},
		accessibilityNote: null,
		eases: { title: '参加しやすさ', words: joined(eases, '・') },
		firstVisit: { title: 'はじめて行く日', words: joined(Object.values(firstVisit), '／') },
		links: {
			title: 'リンク',
			words: joined(
				content.links.map(({ label, url }) => joined([label, url])),
				'／'
			)
		},
		alert: {
			title: 'お知らせ',
			words:
				content.alert &&
				joined([
					content.alert.text,
					content.alert.from && `${dateWords(content.alert.from)}から`,
					content.alert.until && `${dateWords(content.alert.until)}まで`
				])
		},
		sources: {
			title: '出典',
			words: joined(
				content.sources.map(({ name, url }) => joined([name, url])),
				'／'
			)
		},
		consents: {
			title: '載せる同意',
			words: joined(
				content.consents.map(({ channel, givenOn }) =>
					joined([channel === 'web' ? 'サイト' : '冊子', givenOn], ' ')
				),
				'・'
			)
		},
		staffNote: null
	} satisfies Record<keyof Content, Sheet['lines'][number] | null>;
	return { name: content.name, lines: Object.values(lines).filter((line) => line !== null) };
}
