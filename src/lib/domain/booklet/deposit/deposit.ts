import { dateWords } from '#lib/domain/calendar/calendar.ts';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';

/** Of one file of the bundle. */
export type DepositFile = {
	name: string;
	/** MIME. */
	type: string;
	/** In bytes. */
	size: number;
	/** null: a form without pages. */
	pages: number | null;
	/** SHA-256, hex. */
	sha256: string;
};

/**
 * What a library or a funder asks of a publication. `term`: of DC-NDL (国立国会図書館ダブリンコアメタデータ記述),
 * the National Diet Library's own, where there is one; `value` null: nobody has said, a person fills it in.
 */
export type DepositField = {
	code: string;
	title: string;
	term: string | null;
	value: string | null;
};

type Told = Omit<Booklet, 'chapters' | 'windows' | 'indexes' | 'cover'>;

const unsaid = '利用条件は、奥付にありません。発行者にお問い合わせください。';

/** In the order of the deposit's form; `files`: the booklet in its forms. */
export function depositFields(booklet: Told, files: readonly DepositFile[]): DepositField[] {
	const { region, year, words } = booklet;
	const publisher = publisherIn(words.imprint);
	const pages = files.find((file) => file.pages !== null)?.pages ?? null;
	const fields: [code: string, title: string, term: string | null, value: string | null][] = [
		['title', 'タイトル', 'dcterms:title', `${booklet.title} ${region.name}`],
		['title-kana', 'タイトルよみ', 'dcndl:transcription', titleKana(region.kana)],
		['volume', '巻次・年次', 'dcndl:volume', `${year}年度版`],
		['creator', '著者・責任表示', 'dc:creator', publisher],
		['publisher', '出版者', 'dcterms:publisher', publisher],
		['issued', '出版日', 'dcterms:issued', booklet.publishedOn],
		['edition', '版', 'dcndl:edition', `${year}年度版`],
		['fiscal-year', '会計年度', null, String(year)],
		['language', '言語', 'dcterms:language', 'jpn'],
		['extent', 'ページ数', 'dcterms:extent', pages === null ? null : `${pages}p`],
		['material', '資料の種別', 'dcndl:materialType', 'オンライン資料（図書・年刊）'],
		['formats', '形式', 'dcterms:format', files.map(({ type }) => type).join('; ') || null],
		['isbn', 'ISBN', 'dcterms:identifier', isbnIn(words.imprint)],
		['url', 'URL', 'rdfs:seeAlso', booklet.addresses.edition],
		['rights', '利用条件', 'dcterms:rights', words.licence ?? unsaid],
		['price', '価格・技術的制限', 'dcndl:price', '無償。閲覧を制限する仕組み（DRM）はありません。'],
		['funding', '助成の文', 'dcterms:description', words.funding],
		['note', '注記', 'dcterms:description', noteOf(booklet)]
	];
	return fields.map(([code, title, term, value]) => ({ code, title, term, value }));
}

/** DC-NDL writes readings in katakana, words apart. */
const titleKana = (kana: string): string => `チイキ シゲン ブックマーク ${katakana(kana)}`;

const katakana = (text: string): string =>
	text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));

function noteOf({ lockedOn, region, struck }: Told): string {
	return [
		'サイトで読める範囲の内容です。紙の冊子だけに載る場所と連絡先は、含みません。',
		...(lockedOn === null ? [] : [`校了 ${dateWords(lockedOn)}。`]),
		...(struck.length === 0
			? []
			: [`公開のあとに見えなくした番号 ${struck.map(({ number }) => number).join('・')}。`]),
		...(region.isSample ? ['架空の見本です。納本はできません。'] : [])
	].join('');
}

/** The line of an imprint that says who publishes: 「発行 見本の会」「編集・発行：見本市福祉課」. */
export function publisherIn(imprint: string | null): string | null {
	for (const line of imprint?.split('\n') ?? []) {
		const found =
			/^\s*(?:編集・?)?(?:発行者|発行所|発行元|発行|出版者)(?![日年]|の日)[\s:：・]*(\S.*?)\s*$/.exec(
				line
			);
		const name = found?.[1];
		if (name && !/^\d{4}年|^令和|^平成/.test(name)) return name;
	}
	return null;
}

export const isbnIn = (imprint: string | null): string | null =>
	/ISBN[\s:：]*((?:97[89][-\s]?)?\d{1,5}[-\s]?\d{1,7}[-\s]?\d{1,7}[-\s]?[\dX])/i.exec(
		imprint ?? ''
	)?.[1] ?? null;
