import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatOf } from '#lib/domain/formats/all.ts';
import { mappingOf, parseShape, shapeOf } from '#lib/domain/formats/mapping/shapes.ts';
import type { Shape } from '#lib/domain/formats/mapping/shape.ts';
import { context } from '../../../support/formats.ts';
import { rowOf } from '../../../support/mapped-rows.ts';

const files = globSync('data/shapes/*.json').sort();
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const shapes = files.map((file) => (parseShape(json(file)) as { value: Shape }).value);
const nameOf = (header: string) => shapeOf(header.split(','), shapes)?.name ?? null;
const toOf = (header: string, from: string) => {
	const mapping = mappingOf(shapeOf(header.split(','), shapes)!, header.split(','));
	return mapping.columns.filter((column) => column.from === from).map(({ to }) => to);
};

const oldPlace = '都道府県コード又は市区町村コード,NO,都道府県名,市区町村名';
const newPlace =
	'全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,名称_英字,所在地_全国地方公共団体コード,町字ID,所在地_連結表記,所在地_都道府県,所在地_市区町村,所在地_町字,所在地_番地以下,建物名等(方書),緯度,経度,高度の種別,高度の値,電話番号,内線番号,連絡先メールアドレス,連絡先FormURL,連絡先備考（その他、SNSなど）,郵便番号,法人番号,団体名';
const hours = '利用可能曜日,開始時間,終了時間';
const publicPlaces = `${oldPlace},名称,名称_カナ,名称_通称,POIコード,住所,方書,緯度,経度,電話番号,内線番号,法人番号,団体名,${hours},利用可能時間特記事項,説明,バリアフリー情報,URL,備考`;
const tourism = `市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,名称_英語,POIコード,住所,方書,緯度,経度,${hours},利用可能日時特記事項,料金(基本),料金(詳細),説明,説明_英語,アクセス方法,駐車場情報,バリアフリー情報,連絡先名称,連絡先電話番号,連絡先内線番号,画像,画像_ライセンス,URL,備考`;
const hospitals = `${oldPlace},名称,名称_カナ,医療機関の種類,住所,方書,緯度,経度,電話番号,内線番号,FAX番号,法人番号,法人の名称,医療機関コード,診療曜日,診療開始時間,診療終了時間,診療日時特記事項,時間外における対応,診療科目,病床数,URL,備考`;
const preschools = `${oldPlace},名称,名称_カナ,種別,住所,方書,緯度,経度,アクセス方法,駐車場情報,電話番号,内線番号,FAX番号,法人番号,団体名,認可等年月日,収容定員,受入年齢,${hours},利用可能日時特記事項,一時預かりの有無,URL,備考`;
const events =
	'都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,イベント名_英語,開始日,終了日,開始時間,終了時間,開始日時特記事項,説明,料金(基本),料金(詳細),連絡先名称,連絡先電話番号,連絡先内線番号,主催者,場所名称,住所,方書,緯度,経度,アクセス方法,駐車場情報,定員,参加申込終了日,参加申込終了時間,参加申込方法,URL,備考';

describe('The shapes of data/shapes', () => {
	it.each(files)('%s is one, called like its file', (file) => {
		expect(parseShape(json(file))).toMatchObject({
			value: {
				name: path.basename(file, '.json'),
				source: { url: expect.stringMatching(/^https?:/) as string }
			}
		});
	});

	it.each([
		['public-facility', publicPlaces],
		['public-facility', publicPlaces.replaceAll('_', '＿').replace('NO', 'ＮＯ')],
		['public-facility', publicPlaces.replace('利用可能時間特記事項', '利用可能日時特記事項')],
		[
			'public-facility',
			`_id,${newPlace},POIコード,${hours},利用可能時間特記事項,説明,車椅子可,URL,画像,備考`
		],
		['tourism', tourism],
		['hospital', hospitals],
		[
			'hospital',
			`${newPlace},医療機関の種類,診療曜日,診療開始時間,診療終了時間,診療日時特記事項,診療科目,病床数`
		],
		['preschool', preschools],
		['event', events],
		[
			'linkdata',
			'#property,name,address,telephoneNumber,referenceObject,note,location,availableDate'
		]
	])('know %s by its header', (name, header) => expect(nameOf(header)).toBe(name));

	it.each(['名前,電話,住所', '名称,緯度,経度', '事業所名,管理者,電話番号', ''])(
		'know no header like %s',
		(header) => expect(nameOf(header)).toBeNull()
	);

	it('take a variant of a name for the same column, and each column for what it is called', () => {
		for (const from of ['利用可能時間特記事項', '利用可能日時特記事項']) {
			expect(toOf(publicPlaces.replace('利用可能時間特記事項', from), from)).toEqual([
				'hours_note'
			]);
		}
		for (const from of ['名称_英語', '名称_英字', '施設名称_英字']) {
			expect(toOf(`${publicPlaces},${from}`, from)).toEqual([null]);
		}
		const both = `_id,${newPlace},POIコード`;
		expect([toOf(both, '_id'), toOf(both, 'ID')]).toEqual([[null], ['number']]);
		expect(toOf(`${publicPlaces},内部メモ`, '内部メモ')).toEqual([null]);
	});
});

describe('A row of a known shape', () => {
	const read = (header: string, cells: Record<string, string>) => {
		const names = header.split(',');
		const row = rowOf({ ...Object.fromEntries(names.map((name) => [name, ''])), ...cells });
		return formatOf(names, [row], shapes)!.read(row, context);
	};

	it('of public places is what a person would read', () => {
		const reading = read(publicPlaces, {
			...{
				都道府県コード又は市区町村コード: '10201',
				NO: '0001',
				都道府県名: '群馬県',
				市区町村名: '前橋市'
			},
			...{
				名称: '見本センター',
				名称_カナ: 'ミホンセンター',
				住所: '群馬県前橋市見本町1-2',
				方書: '2階'
			},
			...{
				緯度: '36.39',
				経度: '139.06',
				電話番号: '027-224-1111',
				内線番号: '12',
				団体名: '前橋市'
			},
			...{ 利用可能曜日: '火水木金土日', 開始時間: '9:00', 終了時間: '21:00' },
			...{
				利用可能時間特記事項: '年末年始休館',
				バリアフリー情報: '多目的トイレ有り;スロープ有り',
				備考: '改修中'
			}
		});
		expect(reading).toMatchObject({
			source: { source: 'public-facility/10201', number: '0001' },
			warnings: [],
			content: {
				...{ name: '見本センター', kana: 'ミホンセンター', organization: { name: '前橋市' } },
				location: { municipality: '102016', town: '見本町', street: '1-2', building: '2階' },
				phones: [{ number: '027-224-1111', label: '内線12' }],
				schedules: [{ frequency: 'weekly', startsAt: '09:00', endsAt: '21:00' }],
				accessibility: ['accessible-toilet', 'step-free'],
				...{ precision: 'exact', consents: [], sources: [{ name: '前橋市 公共施設一覧' }] }
			}
		});
	});

	it('of an event has its date', () => {
		const { content } = read(events, {
			...{
				イベント名: '見本のつどい',
				開始日: '2026/4/1',
				終了日: '2026/4/1',
				開始時間: '13:00',
				終了時間: '15:00'
			},
			...{
				'料金(基本)': '無料',
				場所名称: '見本会館',
				住所: '群馬県前橋市見本町1-2',
				主催者: '見本の会'
			}
		});
		expect(content).toMatchObject({
			...{ name: '見本のつどい', fee: 'free', organization: { name: '見本の会' } },
			schedules: [{ frequency: 'once', startsOn: '2026-04-01', startsAt: '13:00' }],
			location: { building: '見本会館' }
		});
	});

	it('that tells of the file is no place', () => {
		const header = ['#property', 'name', 'address', 'location'];
		const about = rowOf({ '#property': '#object_type_xsd', name: 'string' });
		const place = rowOf({ '#property': '1', name: '見本の家', location: '36.39,139.06' });
		const format = formatOf(header, [about, place], shapes)!;
		expect([about, place].map((row) => format.skips!(row))).toEqual([true, false]);
	});
});

describe('A shape that is none', () => {
	const good = json('data/shapes/linkdata.json') as object;
	const issueOf = (more: object) => {
		const parsed = parseShape({ ...good, ...more });
		return 'issues' in parsed ? parsed.issues[0]! : null;
	};

	it.each([
		['a name in capitals', { name: 'LinkData' }, 'name'],
		['no source', { source: undefined }, 'source'],
		['a source without an address', { source: { name: 'x', url: 'x' } }, 'source.url'],
		['a target that is none', { columns: [{ names: ['name'], to: 'nmae' }] }, 'columns.0.to'],
		['no name', { columns: [{ names: ['#property'], to: null }] }, 'columns'],
		[
			'a name to recognise that no column has',
			{ recognition: { all: [['x']], share: 1 } },
			'recognition.all'
		],
		['a share over 1', { recognition: { all: [['name']], share: 2 } }, 'recognition.share'],
		['a key that is none', { column: [] }, 'column']
	])('with %s is refused at its place', (_, more, place) =>
		expect(issueOf(more)?.path).toContain(place)
	);
});
