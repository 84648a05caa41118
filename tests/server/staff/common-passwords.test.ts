import { dictionary } from '@zxcvbn-ts/language-common';
import { describe, expect, test } from 'vitest';
import { passwordIssues } from '#lib/server/staff/invitations/joining.ts';

const owner = { mail: 'hanako.yamada@example.jp', name: '山田 花子' };
const issueOf = (password: string) => passwordIssues({ password, again: password }, owner).password;

/** What people take when twelve letters are asked for. */
const common =
	`michael12345 jordan232323 liverpool123 basketball12 christopher1 thunderstorm chocolate123
	babygirl1234 motherfucker 1qaz2wsx3edc q1w2e3r4t5y6 zaq12wsxcde3 qazwsxedcrfv 1q2w3e4r5t6y
	987654321000 112233445566 159753159753 charlie12345 jennifer1234 jessica12345 whatever1234
	trustno1trust starwars1234 mustang12345 computer1234 internet1234 samsung12345 google123456
	butterfly123 butterfly!!! ashley123456 daniel123456 thomas123456 hunter123456 freedom12345
	iloveyou2026 ILoveYou1234 monkeydragon shadowmaster killer123456 soccer123456 hockey123456
	ranger123456 cheesecheese summer2026!! winter202627 pepper123456 ginger123456 batman-robin cookie123456`.split(
		/\s+/
	);

describe('A password', () => {
	test('that thousands have is refused, whatever stands around it and however it is written', () => {
		expect(dictionary['passwords-common'].length).toBeGreaterThan(10_000);
		expect(common).toHaveLength(50);
		const taken = common.filter((password) => issueOf(password) === undefined);
		expect(taken).toEqual([]);
	});

	test.each(['ｂｕｔｔｅｒｆｌｙ２０２６', '2026BUTTERFLY!', 'butter fly 2026', '!!!charlie1234'])(
		'%s is as common',
		(password) => expect(issueOf(password)).toContain('よく使われている')
	);

	test.each([
		'tadaima-okaeri-kumo',
		'雨の日はかさをさしてあるく',
		'q7!fM2#zzLp0',
		'correct horse battery',
		'midori-no-densha-7',
		'kaze ga fuku oka'
	])('%s is not', (password) => expect(issueOf(password)).toBeUndefined());

	test('is judged in no time, however long', () => {
		expect(issueOf('abcde'.repeat(36) + 'f')).toBeUndefined();
	});
});
