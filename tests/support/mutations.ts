import Encoding from 'encoding-japanese';
import { archive, bookEntries, type Entry } from './workbook.ts';

/** Numbers below `limit` that are the same for the same seed. */
export function numbers(seed: number): (limit: number) => number {
	let state = (seed % 2_147_483_646) + 1;
	return (limit) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % Math.max(1, limit);
	};
}

const signs = [
	...[
		'"',
		'""',
		',',
		'\n',
		'\r',
		'\r\n',
		'\t',
		';',
		'\0',
		'\ufeff',
		'\u202e',
		'\u0007',
		'※',
		'合計',
		"'=",
		'=1+1',
		'[{'
	],
	...[
		'<',
		'>',
		'&#x0;',
		'&amp;',
		'</c>',
		'<row>',
		'<c t="s"><v>99999</v></c>',
		'r="XFD1048576"',
		'1e999',
		'-1',
		']]>'
	],
	...['<mergeCell ref="A1:ZZ99"/>', 't="e"', 's="9"', '_x0000_', '<!DOCTYPE a>', 'NaN']
].map((sign) => new TextEncoder().encode(sign));
const bytes = [[0xff], [0x81], [0xe3, 0x81], [0xfe, 0xff], [0x1a], [0x80]].map((list) =>
	Uint8Array.from(list)
);

const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));

/** The same bytes, damaged in one to six ways. */
export function damaged(
	content: Uint8Array,
	next: (limit: number) => number
): Uint8Array<ArrayBuffer> {
	let own = Uint8Array.from(content);
	for (let times = next(6) + 1; times > 0; times--) {
		const at = next(own.length + 1);
		const end = Math.min(own.length, at + next(next(4) === 0 ? own.length : 40));
		const [before, part, behind] = [own.slice(0, at), own.slice(at, end), own.slice(end)];
		const added = next(3) === 0 ? bytes[next(bytes.length)]! : signs[next(signs.length)]!;
		switch (next(7)) {
			case 0:
				own = joined(before, behind);
				break;
			case 1:
				own = joined(before, part, part, behind);
				break;
			case 2:
				own = joined(before, behind, part);
				break;
			case 3:
				own = next(8) === 0 ? before : own;
				break;
			case 4:
				if (own.length > 0) own[at % own.length] = next(256);
				break;
			default:
				own = joined(before, added, part, behind);
		}
	}
	return own;
}

const places = Array.from(
	{ length: 9 },
	(_, at) =>
		`${at + 1},居場所${at},"さくら市本町${at}\n（2階）",028-000-000${at},9:00〜17:00,${at * 3}`
);
const csv = `さくら市の一覧,,,,,\n\n番号,名称,住所,電話番号,開館時間,定員\n${places.join('\n')}\n合計,,,,,108\n※要予約,,,,,\n`;
const groups = csv.replace('番号,名称', '番号,施設,,連絡先,,\n,名称');

/** Texts that towns send. */
const texts: Uint8Array[] = [
	...[
		csv,
		`\ufeff${csv.replaceAll('\n', '\r\n')}`,
		csv.replaceAll(',', '\t'),
		groups,
		places.join('\n')
	].map((text) => new TextEncoder().encode(text)),
	Uint8Array.from(Encoding.convert(Encoding.stringToCode(csv), { from: 'UNICODE', to: 'SJIS' })),
	Uint8Array.from(Buffer.from(`\ufeff${csv}`, 'utf16le')),
	new TextEncoder().encode(
		JSON.stringify(places.map((line) => ({ 名称: line, 住所: null, 定員: 5 })))
	)
];

export function mutatedText(seed: number): Uint8Array<ArrayBuffer> {
	const next = numbers(seed);
	return damaged(texts[next(texts.length)]!, next);
}

const rows = csv.split('\n').map((line) => line.replaceAll('"', '').split(','));
const entries: Entry[] = bookEntries({
	sheets: [
		{
			name: '一覧',
			data: rows,
			behind: '<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="C5:C7"/></mergeCells>'
		},
		{
			name: '控え',
			data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45748.5</v></c><c r="C1" s="2"><f>1+1</f><v>2</v></c><c r="D1" t="e"><v>#N/A</v></c></row>',
			state: 'hidden'
		}
	],
	strings: ['<si><t>名称</t><rPh sb="0" eb="2"><t>メイショウ</t></rPh></si>'],
	formats: ['yyyy/m/d', '000000']
});

/** A workbook whose parts are damaged, or its archive. */
export function mutatedWorkbook(seed: number): Uint8Array<ArrayBuffer> {
	const next = numbers(seed);
	if (next(3) === 0) return damaged(archive(entries), next);
	const own = next(2) === 0 ? entries.length - 2 : next(entries.length);
	return archive(
		entries.map((entry, at) =>
			at === own
				? { ...entry, content: damaged(Buffer.from(entry.content as string), next) }
				: entry
		)
	);
}
