import type { Finding } from '#lib/domain/formats/format.ts';
import { letterIssue } from '#lib/domain/input/letters.ts';
import { finding, type Line } from './detection.ts';

const unseen = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;
const manyMarks = /(\p{M}{4})\p{M}+/gu;

/** Takes out what nobody sees and no text of ours may hold, as copied telephone numbers bring it. */
export function withoutUnseen(lines: readonly Line[], names: ReadonlyMap<number, string>) {
	const warnings: Finding[] = [];
	const cleaned = lines.map((own) => {
		if (!own.cells.some((cell) => letterIssue(cell))) return own;
		const cells = own.cells.map((cell, place) => {
			const issue = letterIssue(cell);
			if (issue === null) return cell;
			const column = names.get(place) ?? null;
			const message = `${issue}。取り除いて読みました。`;
			warnings.push(finding(message, { line: own.line, column, kind: 'letters' }));
			return cell.replace(unseen, '').replace(manyMarks, '$1');
		});
		return { ...own, cells };
	});
	return { lines: cleaned, warnings };
}
