import type { Draft } from '#lib/domain/formats/column.ts';
import { findings, type Context, type FindingKind, type Row } from '#lib/domain/formats/format.ts';
import type { Target } from './targets.ts';

export type Cell = { from: string; text: string };

/** One row in the making: what its cells say by target, and what has been found out. */
export class Sheet {
	readonly draft: Draft = {};
	readonly staffNotes: string[] = [];
	readonly warnings;
	readonly row: Row;
	readonly cells: ReadonlyMap<Target, Cell[]>;
	readonly context: Context;
	/** Area code of the file's other telephone numbers. */
	readonly areaCode: string | null;

	constructor(
		row: Row,
		cells: ReadonlyMap<Target, Cell[]>,
		context: Context,
		areaCode: string | null
	) {
		this.row = row;
		this.cells = cells;
		this.context = context;
		this.areaCode = areaCode;
		this.warnings = findings(row.line);
	}

	of(target: Target): Cell[] {
		return this.cells.get(target) ?? [];
	}

	/** All cells of a target as one text. */
	text(target: Target, between = ' '): string {
		return this.of(target)
			.map(({ text }) => text)
			.join(between);
	}

	warn(cell: Cell, kind: FindingKind, message: string): void {
		this.warnings.add(cell.from, kind, cell.text, message);
	}

	/** Says that a value could not be read, and keeps it where staff see it. */
	keep(cell: Cell, kind: FindingKind, message: string): void {
		this.warn(cell, kind, `${message}職員メモに残します。`);
		this.note(cell);
	}

	note({ from, text }: Cell): void {
		const line = `${from}（元のデータ）：${text}`;
		if (!this.staffNotes.includes(line)) this.staffNotes.push(line);
	}
}
