import type { Database } from '#lib/server/database/client.ts';
import { workbook } from './workbook.ts';

type Cell = string | number | null;

const kinds = ['居場所', '家族会', '相談窓口', '学習支援', '就労B'];
const towns = ['さくら市', 'さくら市', 'もみじ町'];
const days = ['平日　9：00～17：00', '毎月第2土曜　10時半～12時', '火・木　13:00〜16:00'];
const trees = ['うめ', 'もも', 'くるみ', 'けやき', 'かつら', 'ぶな', 'とち'];
const rooms = ['の部屋', 'の家', 'カフェ', 'サロン', '文庫', '工房', '広場'];
/** Read as a town writes it: half-width. */
const readings = ['ｳﾒ', 'ﾓﾓ', 'ｸﾙﾐ', 'ｹﾔｷ', 'ｶﾂﾗ', 'ﾌﾞﾅ', 'ﾄﾁ'];
const endings = ['ﾉﾍﾔ', 'ﾉｲｴ', 'ｶﾌｪ', 'ｻﾛﾝ', 'ﾌﾞﾝｺ', 'ｺｳﾎﾞｳ', 'ﾋﾛﾊﾞ'];

/** Those of the sample region that the town lists too, as a town would write them. */
export type Known = { name: string; phone: string; street: string };

/** Three places of a region that are open. */
export const knownIn = (db: Database, region: string): Known[] =>
	db.$client
		.prepare(
			`SELECT v.name, p.number AS phone, m.name || coalesce(v.town, '') || coalesce(v.street, '') AS street
			FROM resources r JOIN revisions v ON v.id = r.current_revision_id
			JOIN municipalities m ON m.code = v.municipality_code
			JOIN revision_phones p ON p.revision_id = v.id AND p.visibility = 'public'
			JOIN regions g ON g.id = r.region_id AND g.slug = ?
			WHERE r.withdrawn_at IS NULL AND v.operation = 'open' AND v.precision = 'exact'
			GROUP BY r.id ORDER BY r.id LIMIT 3`
		)
		.all(region) as Known[];

/**
 * What a town sends of 84 places: a title and a date above, 和暦, a merged column, full-width figures, two
 * telephones in a cell, a line that goes on below, a note and a sum at the end. All of it invented.
 */
export function townWorkbook(known: Known[]): Uint8Array<ArrayBuffer> {
	const head = ['No.', '名称', 'フリガナ', '種別', '所在地', '電話', '利用時間', '設立', '担当者'];
	const rows = Array.from({ length: 84 }, (_, at): Cell[] => {
		const town = towns[at % 3]!;
		const same = known[at];
		const tree = trees[at % 7]!;
		const room = rooms[Math.floor(at / 7) % 7]!;
		const name = same ? `${same.name}（分室）` : `${tree}${room}${at >= 49 ? '２号' : ''}`;
		return [
			at + 1,
			name,
			same ? '' : readings[at % 7]! + endings[Math.floor(at / 7) % 7]!,
			// Merged downwards: only the first of each three says it.
			at % 3 === 0 ? kinds[(at / 3) % 5]! : null,
			same ? same.street : `${town}見本${(at % 9) + 1}丁目${at + 1}番地`,
			same ? same.phone : `000−${2000 + at}−1234、000-${3000 + at}-5678（夜間）`,
			days[at % 3]!,
			`平成${(at % 20) + 10}年4月1日`,
			'見本　太郎'
		];
	});
	const merged = Array.from({ length: 28 }, (_, at) => `D${5 + at * 3}:D${7 + at * 3}`);
	const cells = ['A1:I1', ...merged].map((ref) => `<mergeCell ref="${ref}"/>`);
	return workbook({
		sheets: [
			{
				name: '一覧',
				data: [
					['さくら市・もみじ町　ひきこもり支援に関わる場所の一覧'],
					[null, null, null, null, null, null, null, '令和８年４月１日現在'],
					[],
					head,
					...rows,
					['合計', '84か所'],
					['※変更があるときは、福祉課へお知らせください。']
				],
				behind: `<mergeCells count="${cells.length}">${cells.join('')}</mergeCells>`
			},
			{
				name: '記入例',
				data: [
					['名称', '所在地'],
					['（例）見本の家', '見本市']
				]
			}
		]
	});
}
