import { expect, test } from 'vitest';
import { addressProblem, readWebAddress } from '#lib/domain/input/web-address.ts';

test.each([
	['https://example.jp/a', 'https://example.jp/a'],
	[' http://example.jp\t', 'http://example.jp'],
	['www.example.jp/access', 'http://www.example.jp/access'],
	['http://見本.example.jp/工房', 'http://見本.example.jp/工房'],
	['http://www.example.jｐ', null],
	['https:// example.jp', null],
	['https://a.example.jp https://b.example.jp', null],
	['javascript:alert(1)', null],
	['なし', null],
	['http://localhost', null],
	['example', null]
])('「%s」 leads to %s', (found, address) => {
	expect(readWebAddress(found)).toBe(address);
});

test.each([
	'https://example.jp/地図?a=b&c=d@e#f',
	'https://見本.example.jp/',
	'https://カバー.jp/',
	'https://ラーメン.jp/',
	'https://xn--p8j9a0d.jp/',
	'http://пример.рф/',
	'https://münchen.example/',
	'https://example.jp:8443/'
])('a link may lead to %s', (address) => {
	expect(addressProblem(address)).toBeNull();
});

test.each([
	['https://user:pw@example.jp/', '「@」より前'],
	['https://example.jp@evil.example/', '「@」より前'],
	['http:///example.jp', 'サイトの名前（example.jp など）'],
	['https://', 'サイトの名前（example.jp など）'],
	['http://2130706433/', 'サイトの名前（example.jp など）'],
	['http://192.168.0.1/', 'サイトの名前（example.jp など）'],
	['http://[::1]/', 'サイトの名前（example.jp など）'],
	['http://localhost:3000/', 'サイトの名前（example.jp など）'],
	['https://example.jp\\@evil.example/', '「\\」'],
	['https://example.jp/\u202egpj', '見えない文字'],
	['https://exa\u200bmple.jp/', '見えない文字'],
	['https://ехample.jp/', 'よく似た文字'],
	['https://gοοgle.example/', 'よく似た文字'],
	['https://ɡoogle.example/', 'よく似た文字'],
	['https://google.exampleノevil.jp/', 'よく似た文字'],
	['https://www.example。jp/', 'よく似た文字'],
	['https://ｅxample.jp/', 'よく似た文字'],
	['javascript:alert(1)', 'http:// か https://'],
	['ftp://example.jp/', 'http:// か https://'],
	[`https://example.jp/${'a'.repeat(500)}`, '500文字まで']
])('no link leads to %s', (address, why) => {
	expect(addressProblem(address)).toContain(why);
});
