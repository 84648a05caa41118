import type { Content } from '#lib/domain/resource/content.ts';
import type { Gazetteer, Municipality } from '#lib/domain/region/municipality.ts';
import type { Vocabularies } from '#lib/domain/labels/vocabulary.ts';
import type { Shape } from './mapping/shape.ts';

/** What can be odd or impossible about a file, as it is counted. */
export const findingKinds = {
	file: 'ファイル',
	encoding: '文字コード',
	header: '見出し',
	letters: '文字',
	damaged: '壊れた文字',
	service: 'サービス種別',
	'corporate-number': '法人番号',
	kana: 'かな',
	municipality: '市区町村',
	coordinates: '緯度・経度',
	phone: '電話番号',
	'web-address': 'ウェブのアドレス',
	hours: '時間帯',
	number: '数',
	term: '用語',
	value: '値',
	'same-number': '同じ番号',
	'same-row': '同じ行',
	region: '地域',
	consent: '掲載の同意',
	withdrawn: '取り下げ',
	withheld: '職員だけの連絡先'
} as const;

export type FindingKind = keyof typeof findingKinds;

/** Something odd (a warning) or impossible (a problem) in a file. */
export type Finding = {
	/** Counts from 1, the header included; null: the whole file. */
	line: number | null;
	column: string | null;
	kind: FindingKind;
	/** As it stands in the file. */
	found: string | null;
	/** A sentence for people. */
	message: string;
};

export type Row = { line: number; cells: ReadonlyMap<string, string> };

export type Titled = { town: Municipality | null; category: string | null };

export type Context = {
	gazetteer: Gazetteer;
	vocabularies: Vocabularies;
	/** Category of rows that do not tell theirs. */
	category: string | null;
	/** Without folders: named as the source of what it says. */
	fileName?: string | undefined;
	/** Codes of the municipalities that the file is about, where its rows do not say. */
	around?: readonly string[] | undefined;
	/** What titles, the sheet and the file's name say of a row that does not say it itself. */
	titled?: Titled | undefined;
	/** `data/shapes`: files that map by themselves. */
	shapes?: readonly Shape[] | undefined;
};

/** What one row says. */
export type Reading = {
	row: Row;
	/** The resource's own id, when the file knows it. */
	id: string | null;
	/** Under which number a publisher knows it. */
	source: { source: string; number: string } | null;
	/** Number of the revision of that resource from which the row was made, when the file tells; counts from 1. */
	revision?: number | null;
	/** null when there are problems. */
	content: Content | null;
	/** Code of the prefecture, for a row whose municipality is not known. */
	prefecture: string | null;
	warnings: Finding[];
	problems: Finding[];
};

/** A kind of file that can be imported. */
export type Format = {
	/** Kept with each import. */
	name: string;
	/** For people. */
	label: string;
	/** Its publisher repeats what it knows: a value it gave last time is no news over a correction. */
	repeats: boolean;
	recognise(header: readonly string[]): boolean;
	/** Problems of a header that was recognised; `category`: of rows that do not tell theirs. */
	check(header: readonly string[], context: Pick<Context, 'category'>): Finding[];
	/** Whether a row tells of the file, and of no place. */
	skips?(row: Row): boolean;
	read(row: Row, context: Context): Reading;
	/** The same row again, when what the file leaves unsaid is known from `before`. */
	readOnto(reading: Reading, before: Content, context: Context): Reading;
};

/** Collects what is found in one row. */
export function findings(line: number | null) {
	const list: Finding[] = [];
	return {
		list,
		add(column: string | null, kind: FindingKind, found: string | null, message: string) {
			list.push({ line, column, kind, found, message });
		}
	};
}
