import type { Booklet, BookletEntry } from '#lib/domain/booklet/booklet.ts';
import { anyBooklet, anyEntry } from './booklet.ts';

/** What breaks out of markup, ends a script, turns letters around, or is no letter at all. */
export const bad = [
	...[
		']]>',
		'</script>',
		'</style>',
		'<!--',
		'-->',
		'"><img src=x onerror=alert(1)>',
		"'&amp;&lt;"
	],
	...['\u2028', '\u2029', '\u0000', '\u000b', '\ufffe', '\ud800', '\u202e逆\u202c', 'שלום עולם'],
	...['مرحبا', '👩‍👩‍👧‍👦', '𠮷野家', '#let x = 1', '$x$', '*太*', '@a', '\\u{41}', '{{x}}', '{x|y}']
].join(' ');

const said = (text: string) => [{ text }];
const evil =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>';

const hostile: Partial<BookletEntry> = {
	name: [{ text: bad, kana: bad }],
	kana: bad,
	organization: said(bad),
	category: bad,
	notice: said(bad),
	who: said(bad),
	text: said(`${bad}\n${'ながい文。'.repeat(800)}`),
	firstVisit: [said(bad), said(bad)],
	when: [said(bad), said(bad)],
	where: said(bad),
	access: said(bad),
	contacts: [
		...Array.from({ length: 40 }, (_, at) => ({
			words: `電話 000-000-${1000 + at} ${bad}`,
			link: `tel:000000${1000 + at}`
		})),
		{ words: 'わるいリンク', link: 'javascript:alert(1)' },
		{ words: 'データ', link: 'data:text/html,<script>alert(1)</script>' },
		{ words: '角かっこ', link: 'https://example.jp/?a[]=1&b="><x>|^`{}' },
		{ words: '日本語', link: 'https://例え.jp/道?q=あ#い' },
		{ words: 'メール', link: 'mailto:あ"@example.jp' },
		{ words: '番号', link: 'tel:03 1234"><x>' }
	],
	fee: said(bad),
	eases: [{ symbol: '<', words: bad }],
	checked: bad,
	address: 'javascript:alert(1)'
};

const nothing: Partial<BookletEntry> = {
	...{ kana: null, organization: null, notice: null, who: null, text: null, firstVisit: [] },
	...{ when: [], where: null, access: null, contacts: [], fee: null, eases: [], checked: null },
	address: null
};

/** A booklet in which every word is hostile, and an entry that says nothing. */
export function badBooklet(): Booklet {
	const booklet = anyBooklet(6);
	const entries = [anyEntry(1, hostile), anyEntry(2, { ...nothing, name: said('無言の場所') })];
	return {
		...booklet,
		title: bad,
		region: { ...booklet.region, name: bad },
		colour: 'red;}</style><script>alert(1)</script>',
		words: { cover: bad, foreword: bad, imprint: bad, licence: bad, funding: bad },
		wishes: [{ words: bad, numbers: [1, 2, 999] }],
		addresses: { region: 'javascript:1', edition: `https://example.jp/${bad}`, errata: bad },
		chapters: [
			{
				code: bad,
				label: [{ text: bad, kana: bad }],
				symbol: bad,
				place: 0,
				map: { svg: evil, alt: bad },
				entries
			}
		],
		windows: [entries[1]!, anyEntry(3, { name: said('章にない窓口') })],
		indexes: [
			{
				code: 'kana',
				title: bad,
				groups: [
					{
						heading: bad,
						items: [
							{ words: bad, number: 1 },
							{ words: '無言', number: 2 }
						]
					}
				]
			}
		],
		checks: [{ words: bad, count: 1 }],
		credits: [bad],
		legend: [{ symbol: bad, words: bad }],
		struck: [{ number: 4, words: bad }]
	};
}
