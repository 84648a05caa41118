import { sampleMark } from '#lib/domain/region/sample.ts';
import { csv, marked } from '#lib/domain/formats/csv.ts';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import { depositFields, type DepositFile } from './deposit.ts';
import { countsTable, gapsTable, placesTable, type YearResults } from './results.ts';

/** A file of the bundle, as a text. */
export type BundleText = { name: string; text: string; says: string };

export type BundleInput = {
	/** Of channel web: nothing that readers may not have comes into a bundle. */
	booklet: Omit<Booklet, 'chapters' | 'windows' | 'indexes' | 'cover'>;
	results: YearResults;
	/** The booklet in its forms. */
	files: DepositFile[];
	/** SHA-256 of what the edition prints, as its page shows it; null before 校了. */
	editionHash: string | null;
	/** Labels of those whom a gap is looked at for. */
	audiences: string[];
};

/** 「sakura-2026」 */
export const bundleName = ({ region, year }: Pick<Booklet, 'region' | 'year'>): string =>
	`${region.slug}-${year}`;

/** All but the booklet's own forms, and the list of hashes that is made of them. */
export function bundleTexts(input: BundleInput): BundleText[] {
	const { results, audiences, booklet, files } = input;
	const sheet = (rows: (string | number | null)[][]) => csv(marked(rows, booklet.region.isSample));
	const fields = depositFields(booklet, files);
	const texts: BundleText[] = [
		{
			name: 'metadata.csv',
			says: '納本や報告の用紙に書くこと（タイトル、出版者、出版日、ページ数など）。空の欄は、奥付を見て書いてください',
			text: sheet([
				['項目', 'DC-NDLの語', '内容'],
				...fields.map(({ title, term, value }) => [title, term, value]),
				...files.map(({ name, sha256 }) => [`${name} のSHA-256`, null, sha256])
			])
		},
		{
			name: 'metadata.json',
			says: '同じことを、機械が読む形で',
			text: `${JSON.stringify(metadataOf(input), null, '\t')}\n`
		},
		{
			name: 'results.csv',
			says: '今年の結果の数（新規・継続・変更・休止・終了、確認のしかた、すきま）',
			text: sheet(countsTable(results))
		},
		{
			name: 'places.csv',
			says: '場所の一覧と、去年から変わったところ',
			text: sheet(placesTable(results))
		},
		{
			name: 'gaps.csv',
			says: '市区町村と章ごとの、開いている場所の数。0がすきまです',
			text: sheet(gapsTable(results, audiences))
		}
	];
	return [{ name: 'README.txt', says: 'この説明', text: readme(input, texts) }, ...texts];
}

const metadataOf = ({ booklet, files, editionHash, results }: BundleInput) => ({
	vocabulary: 'DC-NDL (http://ndl.go.jp/dcndl/terms/)',
	edition: bundleName(booklet),
	isSample: booklet.region.isSample,
	editionHash,
	fields: depositFields(booklet, files),
	files,
	results: {
		from: results.from,
		to: results.to,
		entries: results.entries,
		untold: results.untold,
		fates: results.fates,
		checks: results.checks,
		gaps: { blanks: results.gaps.blanks, cells: results.gaps.cells }
	}
});

const formWords: Record<string, string> = {
	'application/pdf': '冊子（サイトで配っているものと同じPDF）',
	'application/epub+zip': '冊子（電子書籍 EPUB）'
};

/** As Windows opens it with a double click: a mark for UTF-8, lines that end in CRLF. */
function readme({ booklet, files, editionHash }: BundleInput, texts: BundleText[]): string {
	const { region, year, words } = booklet;
	const hasEpub = files.some(({ type }) => type === 'application/epub+zip');
	const lines = [
		`${booklet.title} ${region.name} ${year}年度版 報告と納本の束`,
		...(region.isSample ? [`${sampleMark}です。報告や納本には使えません。`] : []),
		'',
		'■ 入っているもの',
		...files.map(({ name, type }) => `${name} … ${formWords[type] ?? type}`),
		...texts.map(({ name, says }) => `${name} … ${says}`),
		'SHA256SUMS.txt … それぞれのファイルが変わっていないことを確かめるための値',
		...(hasEpub ? [] : ['', '電子書籍（EPUB）は、この束をつくったときにはまだありませんでした。']),
		'',
		'■ 入っていないもの',
		'サイトで読める範囲のものだけです。紙の冊子だけに載せる場所や電話番号、職員だけが見る',
		'メモや連絡先は、どのファイルにも入っていません。印刷所に渡す冊子は、別のものです。',
		'',
		'■ 助成をした方への報告に',
		'冊子のPDFと results.csv、places.csv、gaps.csv をお使いください。編集室の「報告」の',
		'ページを印刷すると、同じ数が1枚から数枚の紙になります。',
		...(words.funding === null ? [] : ['', ...words.funding.split('\n')]),
		'',
		'■ 国立国会図書館への納本に',
		'民間の団体が発行し、無償で、閲覧の制限なしに公開しているPDFやEPUBは、国立国会図書館の',
		'「オンライン資料収集制度（eデポ）」の対象です（国立国会図書館法 第25条の4）。',
		'館のページの「送信」の用紙に metadata.csv の内容を書き、PDFかEPUBを送ります。',
		'国や自治体が発行したものは、館がサイトから集めます（同 第25条の3）。',
		'紙の冊子も発行したときは、紙のものの納本（同 第24条から第25条）もあります。紙と同じ',
		'版面のものをどう納めるか、用紙の項目は何かは、館の「よくあるご質問」で確かめてください。',
		'https://www.ndl.go.jp/jp/help/online.html',
		'',
		'■ いつのものか',
		`公開した日：${booklet.publishedOn ?? 'まだ公開していません'}`,
		`年度版のページ：${booklet.addresses.edition}`,
		`年度版のハッシュ（SHA-256）：${editionHash ?? '校了の前'}`,
		''
	];
	return `\ufeff${lines.join('\r\n')}`;
}

/** As `sha256sum -c` reads it. */
export const hashList = (files: readonly { name: string; sha256: string }[]): string =>
	files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
