import { refuse, type Problems } from './detection.ts';

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const begins = (bytes: Uint8Array, sign: Uint8Array, from = 0) =>
	sign.every((byte, at) => bytes[from + at] === byte);

const zip = [ascii('PK\x03\x04'), ascii('PK\x05\x06'), ascii('PK\x07\x08')];
const compoundFile = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const saveAgain =
	'エクセルで開き、「Excel ブック（.xlsx）」か「CSV UTF-8」で保存しなおしてください。';

const others: [Uint8Array, string][] = [
	[ascii('%PDF-'), 'PDFのファイルです。もとの表（エクセルかCSV）を渡してください。'],
	[ascii('{\\rtf'), 'ワープロのファイル（RTF）です。表（エクセルかCSV）にしてください。'],
	[ascii('\x89PNG'), '画像のファイルです。表（エクセルかCSV）を渡してください。'],
	[
		Uint8Array.from([0xff, 0xd8, 0xff]),
		'画像のファイルです。表（エクセルかCSV）を渡してください。'
	],
	[ascii('GIF8'), '画像のファイルです。表（エクセルかCSV）を渡してください。'],
	[Uint8Array.from([0x1f, 0x8b]), '圧縮されたファイル（gzip）です。取り出してから渡してください。'],
	[ascii('7z\xbc\xaf'), '圧縮されたファイル（7z）です。取り出してから渡してください。'],
	[ascii('Rar!'), '圧縮されたファイル（RAR）です。取り出してから渡してください。'],
	[Uint8Array.from([0x09, 0x08]), `古いエクセルのファイル（.xls）です。${saveAgain}`]
];

/** What the first bytes say, whatever the name of the file says. */
export function kindOf(bytes: Uint8Array): 'archive' | 'text' | Problems {
	if (zip.some((sign) => begins(bytes, sign))) return 'archive';
	if (begins(bytes, compoundFile.subarray(0, 4))) return compound(bytes);
	const other = others.find(([sign]) => begins(bytes, sign));
	return other ? refuse(other[1]) : 'text';
}

/** Office keeps an encrypted workbook in the same container as the old kind. */
function compound(bytes: Uint8Array): Problems {
	const name = Uint8Array.from(
		[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])
	);
	let at = bytes.indexOf(name[0]!);
	while (at >= 0 && !begins(bytes, name, at)) at = bytes.indexOf(name[0]!, at + 1);
	return at >= 0
		? refuse(
				'パスワードのかかったエクセルのファイルです。パスワードを外して保存しなおしてください。'
			)
		: refuse(`古いエクセルのファイル（.xls）です。${saveAgain}`);
}

const webPage = /^\s*(<!doctype html|<html|<table|<\?xml|<meta)/i;

/** A page of the web or a document under the name of a table. */
export function textProblem(text: string): Problems | null {
	if (!webPage.test(text.slice(0, 500))) return null;
	return refuse(`ウェブページかXMLのファイルで、表ではありません。${saveAgain}`, { line: 1 });
}
