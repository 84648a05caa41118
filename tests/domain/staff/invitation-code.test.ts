import { expect, test } from 'vitest';
import { invitationCodeOf } from '#lib/domain/staff/invitation-code.ts';

const code = 'a-_Z9'.padEnd(43, 'x');

test.each([
	code,
	`#${code}`,
	`  ${code}\n`,
	`https://bookmark.example.jp/staff/invitations#${code}`,
	`https://bookmark.example.jp/staff/invitations/${code}`,
	`アドレス：https://bookmark.example.jp/staff/invitations#${code}`,
	[...code].map((letter) => (letter === 'x' ? 'ｘ' : letter)).join('')
])('the code is found in %j', (pasted) => expect(invitationCodeOf(pasted)).toBe(code));

test.each(['', '#', code.slice(1), `${code}x`, `${code}?x=1`, `${code} x`, 'x'.repeat(42) + '…'])(
	'there is none in %j',
	(pasted) => expect(invitationCodeOf(pasted)).toBe('')
);
