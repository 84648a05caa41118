import { put } from '#lib/domain/formats/column.ts';
import { columns } from '#lib/domain/formats/resource-columns.ts';
import { readCorporateNumber } from '#lib/domain/formats/cells/values.ts';
import { readWeb } from '#lib/domain/formats/cells/web.ts';
import { isCorporateNumber } from '#lib/domain/input/corporate-number.ts';
import { isValue } from '#lib/domain/formats/file/cell-shape.ts';
import { isTermTarget, type Cell, type Sheet } from './sheet.ts';

/** Columns whose cells other parts of a row's reading look at. */
const elsewhere = new Set(
	(
		'id source number name kana eases corporate_number organization_url hours_note ' +
		'municipality town street building postal_code latitude longitude'
	).split(' ')
);

const prose = new Set(['description', 'access', 'approach', 'staff_note']);

/** What our own columns read, in their order; what one cannot read is kept for staff. */
export function readOwn(sheet: Sheet): void {
	for (const column of columns) {
		if (elsewhere.has(column.code) || isTermTarget(column.code) || column.isOfFile) continue;
		const cells = sheet.of(column.code);
		if (cells.length === 0) continue;
		const own = prose.has(column.code) ? cells.map(withName) : cells;
		const cell = { from: cells[0]!.from, text: joined(own) };
		const failed = new Set<string>();
		column.read(cell.text, sheet.draft, sheet.context, (message) => failed.add(message));
		for (const message of failed) sheet.keep(cell, 'value', message);
	}
}

/** A column that is called like what it becomes needs no name within it. */
const plainNames =
	/^(?:説明|概要|内容|紹介|事業内容|活動内容|支援内容|サービス内容|相談内容|アクセス方法|料金.?詳細.?|参加申込方法)$/u;

/** Of several columns that become one text, each is named that does not go without saying. */
const joined = (cells: readonly Cell[]): string => {
	const isPlain = ({ from }: Cell) => plainNames.test(from.normalize('NFKC'));
	const [first, ...more] = cells.toSorted((a, b) => Number(isPlain(b)) - Number(isPlain(a)));
	return [
		first!.isNamed ? named(first!) : first!.text,
		...more.map((cell) => (isPlain(cell) ? cell.text : named(cell)))
	].join('\n');
};

/** 「10人」 says nothing without the name of its column. */
const withName = (cell: Cell): Cell =>
	isValue(cell.text) && !plainNames.test(cell.from.normalize('NFKC'))
		? { ...cell, isNamed: true }
		: cell;

const named = ({ from, text }: Cell) => `${from}：${text}`;

const oneLine = (text: string) => text.replace(/\s*\n+\s*/g, ' ').trim();

/** Letters drawn apart to fill a cell: 「見 本 の 家」. */
const closed = (name: string) =>
	/^\S(?:\s+\S){2,}$/u.test(name) ? name.replace(/\s+/gu, '') : name;

const ofReading = /ふりがな|フリガナ|かな|カナ|よみ|読み/u;

/** 「みほんの家（みほんのいえ）」 below 「名称（ふりがな）」. */
function readingBeside(name: string): { kana: string; without: string } {
	const found = /^(.+?)\s*[（(]([\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+)[)）]$/u.exec(name);
	return found ? { without: found[1]!, kana: found[2]!.trim() } : { without: name, kana: '' };
}

/** What it is called and who runs it. */
export function readNames(sheet: Sheet): void {
	const name = closed(oneLine(sheet.text('name')));
	const { kana, without } = sheet.of('name').some(({ from }) => ofReading.test(from))
		? readingBeside(name)
		: { kana: '', without: name };
	if (without) put(sheet.draft, 'name', without);
	const said = oneLine(sheet.text('kana')) || kana;
	if (said) put(sheet.draft, 'kana', said);
	readCorporate(sheet);
	const organization = sheet.draft['organization'] as Record<string, unknown> | undefined;
	if (organization && !organization['name']) delete sheet.draft['organization'];
}

function readCorporate(sheet: Sheet): void {
	const [number] = sheet.of('corporate_number');
	if (number) {
		const read = readCorporateNumber(number.text);
		if ('issue' in read) {
			sheet.warn(
				number,
				'corporate-number',
				'表計算ソフトが数に変えて、もとの13桁が失われています。空にしました。'
			);
		} else if (isCorporateNumber(read.value)) {
			put(sheet.draft, 'organization.corporateNumber', read.value);
		} else sheet.warn(number, 'corporate-number', '法人番号の形ではないので、空にしました。');
	}
	const [site] = sheet.of('organization_url');
	if (!site) return;
	const [url] = readWeb(site.text).urls;
	if (url) put(sheet.draft, 'organization.url', url);
	else sheet.keep(site, 'web-address', 'つながるアドレスではないようです。');
}
