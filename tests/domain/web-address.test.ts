import { expect, test } from 'vitest';
import { readWebAddress } from '#lib/domain/web-address.ts';

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
