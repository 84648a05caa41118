import { filledPlaces, isBlank, saidIn, textOf } from './blank.ts';
import { joinBroken, joinContinued } from './continued.ts';
import type { Line, Skipped } from './detection.ts';
import { nameOf } from './names.ts';

type Body = { rows: Line[]; skipped: Skipped[] };

/** The rows below a header that speak of places, and the others with the reason. When unsure, a row stays. */
export function bodyOf(lines: readonly Line[], headers: readonly Line[], width: number): Body {
	const last = lines.findLastIndex(({ cells }) => !cells.every(isBlank));
	const mended = joinBroken(lines.slice(0, last + 1), width);
	const skipped: Skipped[] = [...mended.skipped];
	const again = headers.map(({ cells }) => key(cells));
	const rows: Line[] = [];
	const skip = (row: Line, reason: Skipped['reason']) =>
		skipped.push({ line: row.line, reason, text: textOf(row.cells) });
	const isLast = endOf(mended.lines);
	for (const [at, row] of mended.lines.entries()) {
		const reason = reasonOf(row, again, width, isLast(at));
		if (reason) skip(row, reason);
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

function reasonOf(
	row: Line,
	again: readonly string[],
	width: number,
	isAtEnd: boolean
): Skipped['reason'] | null {
	const { cells } = row;
	const first = cells.findIndex((cell) => !isBlank(cell));
	if (first < 0) return 'blank';
	const begins = cells[first]!.trim();
	if (again.some((one) => one.startsWith(nameOf(begins)) && one === key(cells)))
		return 'header-again';
	if (isTotal(begins) && saidIn(cells).slice(1).every(isCount)) return 'total';
	if (/^#[a-z_]{3,}$/i.test(begins)) return 'note';
	if (width < 3 || !isAlone(cells)) return null;
	if (isNote(begins) || (isAtEnd && isSentence(begins))) return 'note';
	return first === 0 && isSectionName(begins) ? 'title' : null;
}

/** A merged area says the same in all its cells. */
function isAlone(cells: readonly string[]): boolean {
	const places = filledPlaces(cells);
	return places.every((place) => cells[place] === cells[places[0]!]);
}

const isTotal = (cell: string) =>
	/^[（(【]?(総合計|合計|総計|小計|計)[】）)]?([:： 　]*[\d０-９,，]+[件人か所ヶ箇施設]*)?$/.test(
		cell.replace(/[\s\u3000]+/g, '')
	);

const isCount = (cell: string) =>
	/^[-+]?[\d,.]+(円|人|名|件|%|か所|ヶ所|カ所|箇所|施設|時間|日)?$|^-$/.test(
		cell.normalize('NFKC').trim()
	);

const isNote = (cell: string) =>
	/^[※＊*]|^[（(]?(注|備考|出典|資料|凡例)([）):：]|[意記]?[\d０-９]*[）):：.．])/.test(cell);

const isSentence = (cell: string) =>
	cell.length >= 15 && /[。）)]$|、|です|ます|ください/.test(cell);

const isSectionName = (cell: string) => /^【[^】]+】$|^《[^》]+》$|^[■◆▼][^、。]{1,30}$/.test(cell);

/** Whether nothing but notes and blanks follow: a footnote has no full row below it. */
function endOf(lines: readonly Line[]): (at: number) => boolean {
	const lastFull = lines.findLastIndex(({ cells }) => !cells.every(isBlank) && !isAlone(cells));
	return (at) => at > lastFull;
}
