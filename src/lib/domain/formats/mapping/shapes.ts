import * as v from 'valibot';
import type { Format, Row } from '#lib/domain/formats/format.ts';
import type { Issue } from '#lib/domain/input/issue.ts';
import { foldHeader } from './header.ts';
import { shapeSchema, type Shape } from './shape.ts';
import { mapped } from './mapped.ts';
import { notATarget, parseMapping, type Mapping } from './mapping.ts';
import { isTarget } from './targets.ts';

/** Reads a file of `data/shapes` (docs/formats/shapes.md). */
export function parseShape(json: unknown): { value: Shape } | { issues: Issue[] } {
	const result = v.safeParse(shapeSchema, json, { abortPipeEarly: true });
	if (!result.success) {
		const issues = result.issues.map((issue) => ({
			path: v.getDotPath(issue) ?? '',
			message: issue.message.startsWith('Invalid ') ? '書き方がちがいます' : issue.message
		}));
		return { issues };
	}
	const shape = result.output;
	const wrong = shape.columns.findIndex(({ to }) => to !== null && !isTarget(to));
	if (wrong >= 0) {
		const message = notATarget(shape.columns[wrong]!.to!);
		return { issues: [{ path: `columns.${wrong}.to`, message }] };
	}
	const all = shape.columns.flatMap((column) => column.names);
	const parsed = parseMapping(mappingOf(shape, all));
	if ('issues' in parsed) return { issues: parsed.issues };
	const known = new Set(all.map(foldHeader));
	const unknown = shape.recognition.all.flat().find((name) => !known.has(foldHeader(name)));
	if (unknown) {
		const message = `「${unknown}」が columns のどの names にもありません`;
		return { issues: [{ path: 'recognition.all', message }] };
	}
	return { value: shape };
}

/** The mapping of a header of this shape: columns in the shape's order, then those it does not know. */
export function mappingOf(shape: Shape, header: readonly string[]): Mapping {
	const taken = new Set<string>();
	const exact = new Set(shape.columns.flatMap(({ names }) => names.map(widened)));
	const given = header.map(called);
	const columns = shape.columns.flatMap(({ names, to, words }) => {
		const known = names.map(called);
		return given
			.filter((one) => known.some((other) => isCalled(one, other, exact)))
			.map(({ name: from }) => {
				taken.add(from);
				return { from, to, ...(words ? { words } : {}) };
			});
	});
	const others = header.filter((name) => !taken.has(name)).map((from) => ({ from, to: null }));
	return {
		name: shape.title,
		...(shape.number ? { source: shape.number } : {}),
		columns: [...columns, ...others],
		...(shape.constants ? { constants: shape.constants } : {})
	};
}

const widened = (name: string) => name.normalize('NFKC');

type Called = { name: string; folded: string; letters: string };
const called = (name: string): Called => ({
	...{ name, folded: foldHeader(name), letters: widened(name) }
});

/** Of two columns of one folded name (`_id` and `ID`), each is what it is called to the letter. */
const isCalled = (one: Called, known: Called, exact: ReadonlySet<string>): boolean =>
	one.folded === known.folded && (!exact.has(one.letters) || one.letters === known.letters);

/** The shape that a header has: of those that it may be, the one that knows most of it. */
export function shapeOf(header: readonly string[], shapes: readonly Shape[]): Shape | null {
	const folded = new Set(header.map(foldHeader).filter(Boolean));
	const fits = shapes.flatMap((shape) => {
		const { all, share } = shape.recognition;
		const isNamed = all.every((names) => names.some((name) => folded.has(foldHeader(name))));
		const known = new Set(shape.columns.flatMap(({ names }) => names.map(foldHeader)));
		const part = [...folded].filter((name) => known.has(name)).length / folded.size;
		return isNamed && part >= share ? [{ shape, part }] : [];
	});
	return fits.sort((a, b) => b.part - a.part)[0]?.shape ?? null;
}

/** The format of a file of this shape. */
export function shapedFormat(
	shape: Shape,
	header: readonly string[],
	rows: readonly Row[]
): Format {
	const { name, title, comment } = shape;
	const places = comment ? rows.filter((row) => !isComment(row, comment)) : rows;
	const format = mapped(mappingOf(shape, header), places, { name, label: title });
	return comment ? { ...format, skips: (row) => isComment(row, comment) } : format;
}

const isComment = ({ cells }: Row, comment: string): boolean =>
	[...cells.values()][0]?.startsWith(comment) ?? false;
