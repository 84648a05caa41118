import type { Draft } from '#lib/domain/formats/column.ts';
import { unguard } from '#lib/domain/formats/cells/cells.ts';
import { allowed, isDamaged, wideKana } from '#lib/domain/formats/cells/letters.ts';
import { findings, type Context, type FindingKind, type Row } from '#lib/domain/formats/format.ts';
import { tidy } from '#lib/domain/input/letters.ts';
import type { Mapping } from '#lib/domain/formats/mapping/mapping.ts';
import { termTargets, type Target } from '#lib/domain/formats/mapping/targets.ts';
import { translated } from './translation.ts';

/** `isNamed`: stands with the name of its column where it becomes a part of a text. */
export type Cell = { from: string; text: string; isNamed?: true };

/** What people write where there is nothing to write. */
const nothing = /^(?:[-‐‑–—―−ー－/／*＊・…]{1,4}|該当なし|n\/?a|null)$/i;
/** 「なし」 is an answer where something is asked, and no address. */
const noWay = /^(?:なし|無し|ナシ|無|不明|未定|非公開|×)$/;
const ways = new Set(
	'phone fax mail url form organization_url corporate_number postal_code extension'.split(' ')
);

/** One row in the making: what its cells say by target, and what has been found out. */
export class Sheet {
	readonly draft: Draft = {};
	readonly staffNotes: string[] = [];
	/** The name of who publishes it. */
	publisher: string | null = null;
	readonly warnings;
	readonly row: Row;
	readonly context: Context;
	readonly mapping: Mapping;
	/** Area code of the file's other telephone numbers. */
	readonly areaCode: string | null;
	readonly #cells = new Map<Target, Cell[]>();

	constructor(mapping: Mapping, row: Row, context: Context, areaCode: string | null) {
		this.mapping = mapping;
		this.row = row;
		this.context = context;
		this.areaCode = areaCode;
		this.warnings = findings(row.line);
		const texts = new Map<string, string>();
		for (const column of mapping.columns) {
			const { from, to } = column;
			if (to === null) continue;
			if (!texts.has(from)) texts.set(from, this.#clean(from));
			const text = translated(texts.get(from)!, column) ?? '';
			if (text === '' || nothing.test(text) || (ways.has(to) && noWay.test(text))) continue;
			this.#add(to, { from, text });
		}
		for (const [to, text] of Object.entries(mapping.constants ?? {})) {
			const isLast = to === 'categories';
			if (text && !isLast && !this.#cells.has(to)) this.#add(to, { from: mapping.name, text });
		}
	}

	#add(to: Target, cell: Cell): void {
		this.#cells.set(to, [...this.of(to), cell]);
	}

	/** In letters that we may hold; what was lost before stays as it is, and is said. */
	#clean(from: string): string {
		const raw = this.row.cells.get(from) ?? '';
		const { text, without } = allowed(wideKana(tidy(unguard(tidy(raw)))));
		for (const name of without) {
			this.warnings.add(from, 'letters', null, `使えない文字（${name}）を取りのぞきました。`);
		}
		if (isDamaged(text)) {
			const message = '元のデータで壊れている文字（�や?）があるようです。そのまま残します。';
			this.warnings.add(from, 'damaged', text, message);
		}
		return text.trim();
	}

	of(target: Target): readonly Cell[] {
		return this.#cells.get(target) ?? [];
	}

	/** All cells of a target as one text. */
	text(target: Target, between = ' '): string {
		return this.of(target)
			.map(({ text }) => text)
			.join(between);
	}

	/** Puts words of one column into a text that another one, or none, becomes. */
	say(target: Target, { from, text }: Cell): void {
		this.#add(target, { from, text, isNamed: true });
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

export const isTermTarget = (target: Target): boolean => Object.hasOwn(termTargets, target);
