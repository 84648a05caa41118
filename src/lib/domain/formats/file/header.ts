import { filledPlaces, isBlank, saidIn } from './blank.ts';
import { isHeading, isValue, shapeOf } from './cell-shape.ts';
import type { Choices, Line } from './detection.ts';
import { nameOf } from './names.ts';

/** `at`: index of its first row, -1 when there is none; `begins`: of the first row below. */
export type Header = { at: number; count: number; begins: number; names: string[] };

/** Titles and notes, which say little, stand above it. */
const mostTitles = 30;

export function headerOf(
	lines: readonly Line[],
	choices: Choices,
	isHeader: (names: string[]) => boolean
): Header {
	if (choices.headerLine === 0) return none(0);
	if (choices.headerLine !== undefined) {
		const wanted = choices.headerLine;
		const at = Math.max(
			0,
			lines.findIndex(({ line, cells }) => line >= wanted && !cells.every(isBlank))
		);
		return chosen(lines, at, choices.headerLines);
	}
	const known = lines
		.slice(0, mostTitles)
		.findIndex(({ cells }) => isHeader(cells.map(nameOf).filter((name) => name !== '')));
	if (known >= 0) return chosen(lines, known, choices.headerLines ?? 1);
	const at = likely(lines);
	if (!isHeaderLike(lines[at]!) && isLikeBelow(lines, at)) return none(at);
	return chosen(lines, at, choices.headerLines);
}

const none = (begins: number): Header => ({ at: -1, count: 0, begins, names: [] });

function chosen(lines: readonly Line[], at: number, count: number | undefined): Header {
	const own = lines[at]!;
	const single = { at, count: 1, begins: at + 1, names: own.cells.map(nameOf) };
	if (count === 1) return single;
	const below = lines[at + 1];
	if (below && (count === 2 || isSecondRow(own, below, lines.slice(at + 2, at + 12)))) {
		return { at, count: 2, begins: at + 2, names: joined(own, below) };
	}
	const above = lines[at - 1];
	if (count === undefined && above && isGroupRow(above, own)) {
		return { at: at - 1, count: 2, begins: at + 1, names: joined(above, own, repeatedIn(own)) };
	}
	return single;
}

/** The first row that says at least half of what the fullest says. */
function likely(lines: readonly Line[]): number {
	const counts = lines.slice(0, mostTitles).map(({ cells }) => saidIn(cells).length);
	const full = counts.map((count) => count * 2 >= Math.max(...counts) && count > 0);
	const like = lines.slice(0, 10).findIndex((line, at) => full[at] && isHeaderLike(line));
	return Math.max(0, like >= 0 ? like : full.indexOf(true));
}

function isHeaderLike({ cells }: Line): boolean {
	const said = saidIn(cells);
	const known = said.filter(isHeading).length;
	const values = said.filter(isValue).length;
	return known >= Math.min(2, said.length) && known * 5 >= said.length && values <= known;
}

/** A first row that looks like the rows below it is one of them. */
function isLikeBelow(lines: readonly Line[], at: number): boolean {
	const first = lines[at]!;
	const key = (cells: readonly string[]) => cells.join('\n');
	const below = lines
		.slice(at + 1, at + 61)
		.filter(({ cells }) => saidIn(cells).length > 1 && key(cells) !== key(first.cells));
	if (below.length < 2) return false;
	const fewest = saidIn(first.cells).some(isHeading) ? 2 : 1;
	let [alike, unlike] = [0, 0];
	for (const place of filledPlaces(first.cells)) {
		const cell = first.cells[place]!;
		const own = shapeOf(cell);
		const others = below.map(({ cells }) => cells[place] ?? '').filter((one) => !isBlank(one));
		const same = others.filter((one) => shapeOf(one) === own && isYear(one) === isYear(cell));
		const isUsual = same.length * 2 > others.length;
		// No column is called by a telephone number or a date; some are by a year.
		if (own !== 'text') {
			const isPlain = own === 'number' && !/^[0０]\d/.test(cell);
			if (isUsual) alike += isPlain ? 1 : 3;
			else unlike++;
		} else if (same.length * 4 < others.length) unlike += 3;
		else if (others.filter((one) => one === cell).length >= fewest) alike++;
	}
	return alike > unlike * 2;
}

const isYear = (cell: string) => /^(19|20)\d\d(年度?)?$/.test(cell);

/**
 * Group names over names: 「開館時間」 over 「開始」 and 「終了」. A group goes on over the blanks behind it,
 * where names that repeat need it to be told apart.
 */
function joined(groups: Line, own: Line, within?: ReadonlySet<string>): string[] {
	const width = Math.max(groups.cells.length, own.cells.length);
	const names: string[] = [];
	let group = '';
	for (let place = 0; place < width; place++) {
		const upper = nameOf(groups.cells[place] ?? '');
		const lower = nameOf(own.cells[place] ?? '');
		if (upper !== '') group = lower === '' || lower === upper ? '' : upper;
		else if (lower === '') group = '';
		const over = upper === '' && within?.has(lower) === false ? '' : upper || group;
		names.push(lower === '' || lower === over ? over : over === '' ? lower : `${over}_${lower}`);
	}
	return names;
}

/** Whether the row below a header goes on with it. */
function isSecondRow(own: Line, second: Line, below: readonly Line[]): boolean {
	if (second.line !== own.line + 1 || below.length === 0) return false;
	const filled = filledPlaces(second.cells).filter(
		(place) => second.cells[place] !== own.cells[place]
	);
	if (filled.length < 2 || filled.some((place) => isLong(second.cells[place]!))) return false;
	const isUnderGroup = (place: number) =>
		isBlank(own.cells[place]) || isGroupHead(own.cells, second.cells, place);
	if (!filled.every(isUnderGroup)) return false;
	if (!filled.some((place) => isBlank(own.cells[place]) || isRepeated(own.cells, place)))
		return false;
	const alone = filledPlaces(own.cells).filter((place) => !filled.includes(place));
	const isFilledBelow = (place: number) =>
		below.filter(({ cells }) => !isBlank(cells[place])).length * 2 >= below.length;
	return alone.length > 0
		? alone.filter(isFilledBelow).length * 2 >= alone.length
		: filled.some((place) => isHeading(second.cells[place]!));
}

const isLong = (cell: string) => isValue(cell) || cell.length > 30;

const isRepeated = (cells: readonly string[], place: number) =>
	cells[place] === cells[place - 1] || cells[place] === cells[place + 1];

/** Over more than one column. */
const isGroupHead = (groups: readonly string[], own: readonly string[], place: number) =>
	isRepeated(groups, place) || (isBlank(groups[place + 1]) && !isBlank(own[place + 1]));

function repeatedIn({ cells }: Line): ReadonlySet<string> {
	const names = cells.map(nameOf);
	return new Set(names.filter((name, place) => names.indexOf(name) !== place));
}

/** Whether the row above a header names groups of its columns. */
function isGroupRow(above: Line, own: Line): boolean {
	const said = saidIn(above.cells);
	if (above.line !== own.line - 1 || said.length < 2 || said.some(isLong)) return false;
	const isUnder = filledPlaces(above.cells).every((place) => !isBlank(own.cells[place]));
	const repeats = [...repeatedIn(own)].some((name) => name !== '');
	return (
		isUnder &&
		(repeats || said.some((one) => above.cells.filter((cell) => cell === one).length > 1))
	);
}
