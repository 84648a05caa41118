import { describe, expect, it } from 'vitest';
import { deviceOf } from '#lib/domain/reader/offline/device.ts';
import { passwordIssue } from '#lib/domain/staff/password.ts';
import { wayBack } from '#lib/domain/edition/way-back.ts';

const owner = { mail: 'hanako.yamada@example.jp', name: '山田 花子' };

describe('A password', () => {
	it.each([
		'tadaima-okaeri-kumo',
		'雨の日はかさをさしてあるく',
		'q7!fM2#zzLp0',
		'correct horse battery'
	])('%s will do', (password) => {
		expect(passwordIssue(password, owner)).toBeNull();
	});

	it.each([
		['short', '12文字以上'],
		['x'.repeat(201), '200文字まで'],
		['password1234', 'よく使われている'],
		['Password-2026!!', 'よく使われている'],
		['ｐａｓｓｗｏｒｄ１２３４', 'よく使われている'],
		['sakurasakura1', 'よく使われている'],
		['abcabcabcabc', 'よく使われている'],
		['123456789012', 'よく使われている'],
		['qwertyuiopas', 'よく使われている'],
		['zyxwvutsrqpo', 'よく使われている'],
		['aaaaaaaaaaab', 'よく使われている'],
		['hanako.yamada1', '名前やメールアドレス'],
		['hanako.yamada@example.jp', '名前やメールアドレス']
	])('%s will not', (password, why) => {
		expect(passwordIssue(password, owner)).toContain(why);
	});
});

describe('The way back after signing in', () => {
	it.each(['/staff', '/staff/resources?page=2', '/staff/regions/sakura/2027/lock'])(
		'leads to %s',
		(to) => expect(wayBack(to)).toBe(to)
	);

	it.each([
		null,
		'',
		'/',
		'//evil.example',
		'https://evil.example/staff',
		'/staff//evil.example',
		'/staff/../search',
		'/staffy',
		'/staff\\evil',
		'/staff/login?to=/staff',
		'/staff/leave',
		'/staff?x=1#y',
		'/staff?x=1\r\nset-cookie: a=b',
		'/staff?q=い',
		'/staff/%2e%2e/search',
		'/staff/./login'
	])('does not lead to %s', (to) => expect(wayBack(to)).toBe('/staff'));
});

describe('A device', () => {
	it('is told by browser and system alone', () => {
		expect(
			deviceOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0')
		).toBe('Firefox（Windows）');
		expect(deviceOf(null)).toBe('ブラウザー（機種は不明）');
	});
});
