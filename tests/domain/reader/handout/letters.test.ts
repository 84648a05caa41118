import { describe, expect, it } from 'vitest';
import {
	letterOf,
	mailAddressWith,
	mailOf,
	scriptOf,
	type About
} from '#lib/domain/reader/handout/letters.ts';
import { speakers } from '#lib/domain/reader/handout/opening.ts';

const about: About = {
	name: '居場所カフェ & ひだまり',
	region: 'さくら地域',
	purpose: '見学',
	anonymous: true,
	questions: ['お金はかかりますか。', '見るだけでもいいですか。']
};

describe('a mail', () => {
	it('opens in a mail program as it was written, with the lines of RFC 6068', () => {
		const mail = mailOf('person', about);
		const address = new URL(mailAddressWith('mailto:info@hidamari.example.jp', mail));
		expect(address.pathname).toBe('info@hidamari.example.jp');
		expect([...address.searchParams.keys()]).toEqual(['subject', 'body']);
		expect(address.search).not.toMatch(/\+|%0A(?<!%0D%0A)/);
		const body = decodeURIComponent(/body=(.*)/.exec(address.search)![1]!);
		expect(body.replaceAll('\r\n', '\n')).toBe(mail.body);
		expect(body).toContain('居場所カフェ & ひだまりの担当の方へ');
	});

	it('says for whom, and hands on nobody’s name', () => {
		expect(mailOf('family', about).body).toContain('本人は、まだ知りません');
		expect(mailOf('supporter', about).body).toContain('お名前や事情は、ご本人がよいと言われてから');
	});
});

describe.each(speakers)('what is said by a %s', (speaker) => {
	it('asks what is not known, and can end at any line', () => {
		const lines = scriptOf(speaker, about);
		expect(lines.flatMap(({ say }) => say)).toEqual(expect.arrayContaining(about.questions));
		expect(lines.at(-1)!.when).toBe('おわりに');
		expect(new Set(lines.map(({ when }) => when)).size).toBe(lines.length);
	});

	it('asks nothing where everything is known', () => {
		const none = { ...about, questions: [] };
		expect(scriptOf(speaker, none).map(({ when }) => when)).not.toContain('聞きたいこと');
		for (const text of [mailOf(speaker, none).body, ...letterOf(speaker, none)]) {
			expect(text).not.toMatch(/聞きたいこと|はじめに教えて/);
		}
	});
});

it('asks whether a name is needed as the place has said', () => {
	const saying = (anonymous: boolean) =>
		scriptOf('person', { ...about, anonymous }).find(({ when }) => when.startsWith('名前'))!.say;
	expect(saying(true)).toEqual(['名前は、まだ言わなくてもいいですか。']);
	expect(saying(false)).toEqual(['名字だけでもいいですか。']);
});
