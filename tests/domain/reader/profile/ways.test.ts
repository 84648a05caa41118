import { describe, expect, it } from 'vitest';
import { waysOf } from '#lib/domain/reader/profile/ways.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { content } from '../../../support/world.ts';

const ways = (input: Parameters<typeof content>[0]) => waysOf(publicContent(content(input)));

describe('the ways to get in touch', () => {
	it('put what needs no voice before the telephone', () => {
		const titles = ways({
			name: 'ひだまり',
			phones: [{ kind: 'fax', number: '000-1111-2223' }, { number: '000-1111-2222' }],
			contacts: [
				{ kind: 'visit', value: '開いている時間に' },
				{ kind: 'line', value: '@hidamari' },
				{ kind: 'form', value: 'https://hidamari.example.jp/form' },
				{ kind: 'mail', value: 'info@hidamari.example.jp' }
			]
		}).map(({ title }) => title);
		expect(titles).toEqual(['メール', '申込フォーム', 'LINE', '電話', 'ファクス', '直接たずねる']);
	});

	it.each([
		['mail', 'info@hidamari.example.jp', 'mailto:info@hidamari.example.jp'],
		['mail', 'a+b@hidamari.example.jp', 'mailto:a%2Bb@hidamari.example.jp'],
		['mail', 'info@hidamari.example.jp?cc=x@example.jp', null],
		['mail', '受付のときにおたずねください', null],
		['form', 'https://hidamari.example.jp/form', 'https://hidamari.example.jp/form'],
		['form', 'javascript:alert(1)', null],
		['line', '@hidamari', null]
	] as const)('%s %s is followed to %s', (kind, value, href) => {
		const [way] = ways({ name: 'ひだまり', contacts: [{ kind, value }] });
		expect(way).toMatchObject({ words: value, href });
	});

	it.each(['https://', 'http:///example.jp', 'https://a:b@example.jp', 'https://ехample.jp'])(
		'do not follow %s, even where it is kept already',
		(value) => {
			const contact = { kind: 'form', value, label: null, visibility: 'public' } as const;
			expect(waysOf({ contacts: [contact], phones: [] })[0]).toMatchObject({ href: null });
		}
	);

	it.each([
		['000-1111-2222', 'tel:00011112222'],
		['０００（１１１１）２２２２', 'tel:00011112222'],
		['+81 3 1234 5678', 'tel:+81312345678'],
		['000-1111-2222（内線12）', 'tel:00011112222'],
		['代表000-1111-2222', 'tel:00011112222'],
		['#7119', 'tel:%237119'],
		['代表まで', null]
	])('the telephone number %s is dialled as %s', (number, href) => {
		const [way] = ways({ name: 'ひだまり', phones: [{ number }] });
		expect(way).toMatchObject({ title: '電話', words: number, href });
	});

	it('are two where two numbers stand in one field', () => {
		const phones = [{ number: '昼 000-1111-2222、夜 000-1111-3333', label: '受付' }];
		expect(ways({ name: 'ひだまり', phones })).toMatchObject([
			{ words: '昼 000-1111-2222', href: 'tel:00011112222', note: '受付' },
			{ words: '夜 000-1111-3333', href: 'tel:00011113333', note: '受付' }
		]);
	});

	it('do not dial a fax', () => {
		const [way] = ways({ name: 'ひだまり', phones: [{ kind: 'fax', number: '000-1111-2222' }] });
		expect(way!.href).toBeNull();
	});
});
