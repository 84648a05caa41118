import { filledPlaces, isBlank, saidIn, textOf } from './blank.ts';
import { isHeading } from './cell-shape.ts';
import { joinBroken, joinContinued } from './above/continued.ts';
import type { Line, Skipped } from './detection.ts';
import { nameOf } from './names.ts';

/** Rows of a text say how many cells they have; those of a workbook end with the last that is filled. */
type Shape = { width: number; isText: boolean };
type Body = { rows: Line[]; skipped: Skipped[] };

/** The rows below a header that speak of places, and the others with the reason. When unsure, a row stays. */
export function bodyOf(
	lines: readonly Line[],
	headers: readonly Line[],
	{ width, isText }: Shape
): Body {
	const last = lines.findLastIndex(({ cells }) => !cells.every(isBlank));
	const own = lines.slice(0, last + 1);
	const mended = isText ? joinBroken(own, width) : { lines: own, skipped: [] };
	const skipped: Skipped[] = [...mended.skipped];
	const rows: Line[] = [];
	const reasonOf = reasons(mended.lines, headers, width);
	for (const [at, row] of mended.lines.entries()) {
		const reason = reasonOf(row, at);
		if (reason) skipped.push({ line: row.line, reason, text: textOf(row.cells) });
		else rows.push(row);
	}
	const joined = joinContinued(rows);
	return {
		rows: joined.lines,
		skipped: [...skipped, ...joined.skipped].toSorted((a, b) => a.line - b.line)
	};
}

const key = (cells: readonly string[]) =>
	cells
		.map(nameOf)
		.filter((name) => name !== '')
		.join('\n');

type ReasonOf = (row: Line, at: number) => Skipped['reason'] | null;

function reasons(lines: readonly Line[], headers: readonly Line[], width: number): ReasonOf {
	const again = headers.map(({ cells }) => key(cells));
	const isAgain = ({ cells }: Line, begins: string) =>
		again.some((one) => one.startsWith(nameOf(begins)) && one === key(cells));
	// Nothing but notes and blanks follow: a footnote has no full row below it.
	const lastFull = lines.findLastIndex(({ cells }) => !cells.every(isBlank) && !isAlone(cells));
	const isAboveHeader = (at: number) => {
		const below = lines.slice(at + 1, at + 4).find(({ cells }) => !cells.every(isBlank));
		return (
			below !== undefined &&
			isAgain(
				below,
				below.cells.find((cell) => !isBlank(cell))!
			)
		);
	};
	return (row, at) => {
		const first = row.cells.findIndex((cell) => !isBlank(cell));
		if (first < 0) return 'blank';
		const begins = row.cells[first]!.trim();
		if (isAgain(row, begins)) return 'header-again';
		if (at === 0 && headers.length > 0) {
			const said = saidIn(row.cells);
			if (said.length >= Math.min(3, width) && said.every(isHeading)) return 'header-again';
			if (said.every(isUnit)) return 'note';
		}
		if (isTotal(begins, saidIn(row.cells).slice(1))) return 'total';
		if (/^#[a-z_]{3,}$/i.test(begins)) return 'note';
		if (!isAlone(row.cells)) return null;
		const isAtEnd = at > lastFull;
		if (isNote(begins) && (width >= 3 || isAtEnd)) return 'note';
		if (width < 3) return null;
		if (isAtEnd && isSentence(begins)) return 'note';
		return first === 0 && (isSectionName(begins) || isAboveHeader(at)) ? 'title' : null;
	};
}

/** A merged area says the same in all its cells. */
function isAlone(cells: readonly string[]): boolean {
	const places = filledPlaces(cells);
	return places.every((place) => cells[place] === cells[places[0]!]);
}

/** 「合計」 before nothing or counts; 「県計」 before counts. */
function isTotal(begins: string, others: readonly string[]): boolean {
	const word = begins.replace(/[\s\u3000]+/g, '');
	if (!others.every(isCount)) return false;
	return totals.test(word) || (others.length > 0 && totalsOf.test(word));
}

const totals =
	/^[（(【]?(総合計|合計|総計|小計|計)[】）)]?([:：]?[（(]?[\d０-９,，]+[件人名か所ヶ箇施設]*[）)]?)?$/;
/** 「東計」; a 時計, a 会計 and a 設計 count nothing. */
const totalsOf = /^.{0,10}(?<![時会設])計$/;

const isCount = (cell: string) =>
	/^([-+]?[\d,.]+[^\d\s-]{0,4}|-)$/.test(cell.normalize('NFKC').trim());

/** 「（人）」 or 「(2)」 below the names of columns. */
const isUnit = (cell: string) => /^[（(〔［[][^）)〕］\]]{1,6}[）)〕］\]]$/.test(cell.trim());

const isNote = (cell: string) =>
	/^[※＊*]|^[（(]?(注|備考|出典|資料|凡例)([）):：]|[意記]?[\d０-９]*[）):：.．]|[意記]?[\d０-９]+[\s\u3000])/.test(
		cell
	);

const isSentence = (cell: string) =>
	cell.length >= 15 && /[。）)]$|、|です|ます|ください/.test(cell);

const isSectionName = (cell: string) =>
	/^[^、。\d]{1,12}(?:地区|圏域|区域|地域|ブロック|エリア|方面|管内|支部|[市町村郡])(?:の部)?$/u.test(
		cell
	) || /^【[^】]+】$|^《[^》]+》$|^[■◆▼][^、。]{1,30}$/.test(cell);
