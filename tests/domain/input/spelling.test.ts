import { describe, expect, test } from 'vitest';
import { isSameWay, tells } from '#lib/domain/input/spelling.ts';

describe('Two ways to reach a place', () => {
	test.each([
		['03-1111-0001', '03 1111 0001', true],
		['03-1111-0001', '０３（１１１１）０００１', true],
		['03-1111-0001', '+81 3-1111-0001', true],
		['03-1111-0001', '+81 (0)3 1111 0001', true],
		['03-1111-0001', '0311110001 内線12', true],
		['03-1111-0001', 'TEL：03ー1111ー0001', true],
		['03-1111-0001', '03-1111-0002', false],
		['03-1111-0001', '3-1111', false],
		['heya@example.jp', 'ＨＥＹＡ＠Example.JP', true],
		['heya@example.jp', 'mailto:heya@example.jp', true],
		['heya@example.jp', 'a-heya@example.jp', false],
		['https://www.example.jp/a/', 'http://example.jp/a', true],
		['https://example.jp/a', 'https://example.jp/b', false],
		['LINE ひだまり', 'ＬＩＮＥ　ヒダマリ', true],
		['room-12', 'room-13', false]
	])('%s and %s: the same is %s', (one, other, expected) => {
		expect(isSameWay(one, other)).toBe(expected);
		expect(isSameWay(other, one)).toBe(expected);
	});
});

describe('A text', () => {
	test.each([
		['電話は 03 (1111) 0001 です', '03-1111-0001', true],
		['+81-3-1111-0001', '03-1111-0001', true],
		['2026年11月1日から', '03-1111-0001', false],
		['ゆずりはの家のとなり', 'ユズリハ の家', true],
		['桜木町一丁目2番3号', '1-2-3', true],
		['桜木町11-2-3', '1-2-3', false],
		['桜木町1-2-34', '1-2-3', false],
		['連絡はheya＠example.jpへ', 'heya@example.jp', true],
		['こかげ', 'こかげの会', false]
	])('%s: that it tells %s is %s', (text, word, expected) => {
		expect(tells(text, word)).toBe(expected);
	});
});
