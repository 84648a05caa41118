import type { Purpose } from '#lib/domain/reader/profile/purpose.ts';
import type { Speaker } from './opening.ts';

export type Mail = { subject: string; body: string };
/** When to say what. */
export type Line = { when: string; say: string[] };

export type About = {
	name: string;
	/** Where it was read of. */
	region: string;
	purpose: Purpose;
	/** Whether one need not say a name. */
	anonymous: boolean;
	questions: string[];
};

const source = '「地域資源ブックマーク」';

/** What a telephone call is made of, to be read aloud from the paper; each line may be the last one. */
export function scriptOf(speaker: Speaker, { purpose, anonymous, questions }: About): Line[] {
	const hello: Record<Speaker, string> = {
		person: `はじめて電話しました。${source}を見ました。話すのが苦手なので、ゆっくりお願いします。`,
		family: `はじめて電話しました。${source}を見ました。家族のことで、少し聞きたいことがあります。`,
		supporter: `${source}を見てお電話しました。（所属）の（名前）です。受け入れのことを教えてください。`
	};
	const ask: Record<Speaker, string> = {
		person: `${purpose}のことを聞きたいのですが、いま、少し大丈夫ですか。`,
		family: `${purpose}のことを聞きたいです。本人には、まだ話していません。いま、少し大丈夫ですか。`,
		supporter: 'いま、5分ほどよろしいですか。名前などは、本人がよいと言ってからお伝えします。'
	};
	const name = anonymous ? '名前は、まだ言わなくてもいいですか。' : '名字だけでもいいですか。';
	return [
		{ when: '出てくれたら', say: [hello[speaker]] },
		{ when: '次に', say: [ask[speaker]] },
		...(questions.length > 0 ? [{ when: '聞きたいこと', say: questions }] : []),
		...(speaker === 'supporter'
			? []
			: [
					{ when: '名前をたずねられたら', say: [name] },
					{
						when: 'ことばにつまったら',
						say: ['すみません、少し待ってください。', 'あとで、かけなおします。']
					}
				]),
		{ when: 'いそがしそうなら', say: ['では、かけなおします。いつごろがよいですか。'] },
		{ when: 'おわりに', say: ['ありがとうございました。考えてみます。'] }
	];
}

export function mailOf(speaker: Speaker, about: About): Mail {
	const { name, region, purpose } = about;
	const subject: Record<Speaker, string> = {
		person: `${purpose}のおたずね`,
		family: `${purpose}のおたずね（家族から）`,
		supporter: '受け入れについてのおたずね'
	};
	const body = [
		`${name}の担当の方へ`,
		`はじめてご連絡します。${source}（${region}）で、${name}のことを知りました。`,
		...requestOf(speaker, about),
		'お返事は、メールでいただけると助かります。急ぎません。',
		'どうぞよろしくお願いします。'
	].join('\n\n');
	return { subject: subject[speaker], body };
}

/** A letter to send or to bring; what stands in brackets is filled in or left out. */
export function letterOf(speaker: Speaker, about: About): string[] {
	const { name, region } = about;
	return [
		`${name}のみなさまへ`,
		`はじめてお手紙を書きます。${source}（${region}）を見て、${name}のことを知りました。`,
		...requestOf(speaker, about),
		...(speaker === 'supporter'
			? []
			: ['話すことより、書くことのほうが楽なので、手紙にしました。']),
		'お返事は、下の連絡先にいただけると助かります。急ぎません。'
	];
}

function requestOf(speaker: Speaker, { purpose, questions }: About): string[] {
	const list = (asked: string[]) => asked.map((question) => `・${question}`).join('\n');
	switch (speaker) {
		case 'person':
			return [
				`${purpose}のことを教えてください。`,
				...(questions.length > 0 ? [`聞きたいこと：\n${list(questions)}`] : [])
			];
		case 'family':
			return [
				`家族のことで、${purpose}について教えてください。本人は、まだ知りません。`,
				...(questions.length > 0 ? [`聞きたいこと：\n${list(questions)}`] : [])
			];
		case 'supporter':
			return [
				'（所属）の（名前）と申します。いまお会いしている方と、行き先を一緒に考えています。お名前や事情は、ご本人がよいと言われてからお伝えします。',
				...(questions.length > 0 ? [`はじめに教えていただきたいこと：\n${list(questions)}`] : [])
			];
	}
}

/** RFC 6068: lines end with CRLF, and everything is encoded. */
export function mailAddressWith(href: string, { subject, body }: Mail): string {
	const encode = (text: string) => encodeURIComponent(text.replaceAll('\n', '\r\n'));
	return `${href}?subject=${encode(subject)}&body=${encode(body)}`;
}
