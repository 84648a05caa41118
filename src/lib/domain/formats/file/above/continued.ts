import { filledPlaces, isBlank, textOf } from '#lib/domain/formats/file/blank.ts';
import { shapeOf } from '#lib/domain/formats/file/cell-shape.ts';
import type { Line, Skipped } from '#lib/domain/formats/file/detection.ts';

type Joined = { lines: Line[]; skipped: Skipped[] };

const toldOf = (line: Line): Skipped => ({
	line: line.line,
	reason: 'continued',
	text: textOf(line.cells)
});

/** A break inside a cell that nothing quotes cuts a row in two, which together have its columns. */
export function joinBroken(lines: readonly Line[], width: number): Joined {
	const isShort = ({ cells }: Line) => cells.length < width && !cells.every(isBlank);
	const whole = lines.filter(({ cells }) => cells.length === width).length;
	if (width < 3 || whole * 10 < lines.length * 8) return { lines: [...lines], skipped: [] };
	const joined: Joined = { lines: [], skipped: [] };
	for (let at = 0; at < lines.length; at++) {
		const first = lines[at]!;
		const parts = isShort(first) ? partsOf(lines, at, width) : 0;
		if (parts === 0) {
			joined.lines.push(first);
			continue;
		}
		const others = lines.slice(at + 1, at + parts);
		const cells = others.reduce(
			(all, { cells: [next = '', ...rest] }) => [
				...all.slice(0, -1),
				`${all.at(-1)}\n${next}`,
				...rest
			],
			first.cells
		);
		joined.lines.push({ ...first, cells });
		joined.skipped.push(...others.map(toldOf));
		at += parts - 1;
	}
	return joined;
}

/** How many rows from here make one; 0: they do not. */
function partsOf(lines: readonly Line[], at: number, width: number): number {
	let cells = lines[at]!.cells.length;
	for (let parts = 2; parts <= 10; parts++) {
		const next = lines[at + parts - 1];
		if (!next || next.cells.length >= width || isFirst(lines, next)) return 0;
		cells += next.cells.length - 1;
		if (cells === width) return parts;
		if (cells > width) return 0;
	}
	return 0;
}

/** It begins like the other rows, with a number or the like. */
function isFirst(lines: readonly Line[], { cells: [begins] }: Line): boolean {
	const shape = shapeOf(begins);
	return !['text', 'blank'].includes(shape) && shape === shapeOf(lines[0]!.cells[0]);
}

/** A row without what every other begins with goes on with the one above. */
export function joinContinued(lines: readonly Line[]): Joined {
	const keys = keyPlaces(lines);
	const joined: Joined = { lines: [], skipped: [] };
	for (const own of lines) {
		const before = joined.lines.at(-1);
		if (!before || !continues(own, before, keys)) {
			joined.lines.push(own);
			continue;
		}
		const cells = Array.from(
			{ length: Math.max(before.cells.length, own.cells.length) },
			(_, place) => together(before.cells[place] ?? '', own.cells[place] ?? '')
		);
		joined.lines[joined.lines.length - 1] = { ...before, cells };
		joined.skipped.push(toldOf(own));
	}
	return joined;
}

function together(above: string, below: string): string {
	if (isBlank(below) || above.split('\n').includes(below)) return above;
	return isBlank(above) ? below : `${above}\n${below}`;
}

function continues(own: Line, before: Line, keys: readonly number[]): boolean {
	if (own.continues || isIndented(own, before)) return true;
	if (keys.length === 0 || keys.some((place) => !isBlank(own.cells[place]))) return false;
	const says = own.cells.flatMap((cell, place) => (isBlank(cell) ? [] : [place]));
	const above = before.cells.filter((cell) => !isBlank(cell)).length;
	return (
		says.length * 2 <= above &&
		says.every((place) => shapeOf(own.cells[place]) !== 'number' && !isBlank(before.cells[place]))
	);
}

/** Without the number of the row above, and one cell alone that begins with a blank: the rest of a name. */
function isIndented({ cells }: Line, before: Line): boolean {
	const [place, ...more] = filledPlaces(cells);
	return (
		place !== undefined &&
		more.length === 0 &&
		/^[\s\u3000]+\S/u.test(cells[place]!) &&
		place > 0 &&
		!isBlank(before.cells[place]) &&
		before.cells.slice(0, place).every((cell) => shapeOf(cell) === 'number')
	);
}

/** The first columns, if nearly every row fills them: the number, the name. */
function keyPlaces(lines: readonly Line[]): number[] {
	if (lines.length < 4) return [];
	const isKey = (place: number) =>
		lines.filter(({ cells }) => !isBlank(cells[place])).length >= lines.length * 0.75;
	const keys = [0, 1, 2].filter(isKey);
	return keys.includes(0) && keys.length >= 2 ? keys.slice(0, 2) : [];
}
