import { readFileSync } from 'node:fs';
import type { Context } from '#lib/domain/formats/format.ts';
import { checkDigit, gazetteer } from '#lib/domain/region/municipality.ts';
import {
	vocabularyNames,
	type Term,
	type Vocabularies,
	type VocabularyName
} from '#lib/domain/labels/vocabulary.ts';

const terms = (name: VocabularyName) =>
	JSON.parse(readFileSync(`data/vocabulary/${name}.json`, 'utf8')) as Term[];

export const vocabularies = Object.fromEntries(
	vocabularyNames.map((name) => [name, new Map(terms(name).map((term) => [term.code, term]))])
) as Vocabularies;

const gunma = { code: '10', name: '群馬県' };
const hokkaido = { code: '01', name: '北海道' };
const town = (digits: string, name: string, prefecture: typeof gunma) => ({
	code: digits + checkDigit(digits),
	name,
	prefecture
});

/** A few towns, and the words of the product. */
export const context: Context = {
	gazetteer: gazetteer([
		town('01100', '札幌市', hokkaido),
		town('01101', '札幌市中央区', hokkaido),
		town('10201', '前橋市', gunma),
		town('10202', '高崎市', gunma)
	]),
	vocabularies,
	category: null
};

const wamnetHeader = [
	'都道府県コード又は市区町村コード',
	'NO（※システム内の固有の番号、連番）',
	'指定機関名',
	'法人の名称',
	'法人の名称_かな',
	'法人番号',
	'法人住所（市区町村）',
	'法人住所（番地以降）',
	'法人電話番号',
	'法人FAX番号',
	'法人URL',
	'サービス種別',
	'事業所の名称',
	'事業所の名称_かな',
	'事業所番号',
	'事業所住所（市区町村）',
	'事業所住所（番地以降）',
	'事業所電話番号',
	'事業所FAX番号',
	'事業所URL',
	'事業所緯度',
	'事業所経度',
	'利用可能な時間帯（平日）',
	'利用可能な時間帯（土曜）',
	'利用可能な時間帯（日曜）',
	'利用可能な時間帯（祝日）',
	'定休日',
	'利用可能曜日特記事項（留意事項）',
	'定員'
] as const;

export type WamnetRow = Partial<Record<(typeof wamnetHeader)[number], string>> & {
	no?: string;
	name?: string;
};

const invented: Record<string, string> = {
	'NO（※システム内の固有の番号、連番）': 'A0000000001',
	法人の名称: '株式会社みほん',
	法人の名称_かな: 'かぶしきがいしゃみほん',
	サービス種別: '就労移行支援',
	事業所の名称: '見本作業所',
	事業所の名称_かな: 'みほんさぎょうしょ',
	'事業所住所（市区町村）': '群馬県高崎市',
	'事業所住所（番地以降）': '見本町1-2',
	事業所緯度: '36.32',
	事業所経度: '139.01'
};

/** An invented row as its publisher would write it. */
export function wamnetCells({ no, name, ...row }: WamnetRow = {}): Map<string, string> {
	const given: Record<string, string> = { ...invented, ...row };
	if (no) given['NO（※システム内の固有の番号、連番）'] = no;
	if (name) given['事業所の名称'] = name;
	return new Map(wamnetHeader.map((column) => [column, given[column] ?? '']));
}

/** A file of such rows: UTF-8 with its mark, quoted. */
export function wamnetFile(rows: WamnetRow[]): Uint8Array {
	const lines = [wamnetHeader, ...rows.map((row) => [...wamnetCells(row).values()])].map((cells) =>
		cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
	);
	return new TextEncoder().encode(`\ufeff${lines.join('\n')}\n`);
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
