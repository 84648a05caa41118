import { expect, test } from 'vitest';
import { hostCheck } from '#lib/server/web/hosts.ts';

const own = 'https://bookmark.example.jp';

test.each([
	[own, '127.0.0.1', 'bookmark.example.jp', undefined],
	[own, '127.0.0.1', 'Bookmark.Example.JP:443', undefined],
	[own, '127.0.0.1', 'bookmark.example.jp:3000', 421],
	[own, '127.0.0.1', 'evil.example', 421],
	[own, '127.0.0.1', '127.0.0.1:3000', undefined],
	[own, '0.0.0.0', '0.0.0.0', 421],
	[own, '192.168.1.5', '192.168.1.5:3000', undefined],
	[own, 'fd00::5', '[fd00::5]:3000', undefined],
	['http://machi.local:3000', '127.0.0.1', 'machi.local:3000', undefined],
	['http://machi.local:3000', '127.0.0.1', 'machi.local', 421],
	['http://machi.local', '127.0.0.1', 'machi.local:80', undefined],
	[undefined, '127.0.0.1', 'localhost:5173', undefined],
	[undefined, '127.0.0.1', 'evil.example', 421],
	[own, '127.0.0.1', 'a@bookmark.example.jp', 400],
	[own, '127.0.0.1', '', 400],
	[own, '127.0.0.1', null, 400]
])('at %s, listening at %s, the name %s is answered with %s', (origin, host, asked, status) => {
	expect(hostCheck({ origin, host })(asked)?.status).toBe(status);
});
