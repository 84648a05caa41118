import { isBlank } from './blank.ts';

export type Shape = 'blank' | 'number' | 'date' | 'phone' | 'address' | 'web' | 'mark' | 'text';

const shapes: [Shape, RegExp][] = [
	['web', /^https?:|^www\.|^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i],
	[
		'date',
		/^(\d{4}|[MTSHR]\d{1,2}|(明治|大正|昭和|平成|令和)[\d元]{1,2})[-/.年]\d{1,2}([-/.月]\d{0,2}日?)?$/
	],
	['date', /^\d{1,2}[:時]\d{0,2}分?([-~〜]\d{1,2}[:時]\d{0,2}分?)?$/],
	['phone', /^\(?0\d{1,4}[-()‐−–ー ]{1,2}\d{1,4}[-()‐−–ー ]{1,2}\d{3,4}$/],
	['number', /^[-+]?[\d,]+(\.\d+)?([eE][-+]?\d+)?[%円人件]?$/],
	['mark', /^[○◯〇●◎×✕△―ー有無-]$/],
	[
		'address',
		/^〒|^(北海道|東京都|(京都|大阪)府|.{2,3}県).*[市区町村郡]|[市区町村].*\d(丁目|番|-\d)/
	]
];

/** What kind of value a cell looks like: a name of a column looks like none of them. */
export function shapeOf(cell: string | undefined): Shape {
	if (cell === undefined || isBlank(cell)) return 'blank';
	if (cell.length > 200) return 'text';
	const text = cell.normalize('NFKC').trim();
	return shapes.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text';
}

export const isValue = (cell: string | undefined) => !['blank', 'text'].includes(shapeOf(cell));

/** Words on which names of columns end, in tables of places. */
const headings = new RegExp(
	[
		'(名|名称|名前|住所|所在地|方書|番地|丁目|都道府県|市区?町村|郵便番号|電話|番号|内線|ファックス|メール|アドレス|サイト',
		'ページ|リンク|緯度|経度|座標|コード|区分|種別|種類|分類|カテゴリー?|項目|備考|摘要|説明|内容|概要|特記事項|対象者?',
		'定員|料金|費用|利用料|時間|時刻|曜日|日時|期間|休[館業]日|定休日|年月日|日付|開始日?|終了日?|更新日|かな|カナ|ふりがな|フリガナ',
		'読み|よみ|英語|英字|英名|通称|担当|担当者|代表者?|責任者|管理者|院長|連絡先|申込先|有無|可否|方法|アクセス|交通|駐車場?|地区|圏域',
		'画像|ライセンス|情報|数|いつ|開始|終了|受付|相談員|標高|方式|事業|サービス|設置者|運営|公開精度)$|^(no|nos|№|番号|#.*|連番|整理番号)$',
		'|(^|[ _.])(tel|fax|mail|url|hp|poi|gtfs)$|^(e-?mail|ｅ-?mail|tel|fax|url|hp)',
		'|(name|address|phone|number|code|note|date|time|url|mail|lat|lng|lon|latitude|longitude|location|category|type|id|description|kana)$'
	]
		.join('|')
		.replaceAll('||', '|'),
	'i'
);

/** Whether a name of a column is known to be one. */
export function isHeading(cell: string): boolean {
	const name = cell
		.normalize('NFKC')
		.replace(/[\s\p{Cf}]+/gu, '')
		.replace(/[（(【「[][^）)】」\]]*[）)】」\]]$/u, '');
	return name.length > 0 && name.length <= 40 && !isValue(cell) && headings.test(name);
}
