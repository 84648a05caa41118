import { said } from '#lib/domain/resource/blank.ts';
import type { Finding } from '#lib/domain/formats/format.ts';
import type { import_rows } from '#lib/server/database/schema/index.ts';
import type { Comparison } from '#lib/server/imports/compare/comparison.ts';
import type { PlannedRow } from '#lib/server/imports/compare/planned.ts';
import type { Gone } from '#lib/server/imports/compare/missing.ts';
import type { FileRead } from '#lib/server/imports/read.ts';
import type { Result } from './keeping.ts';

export type NewRow = Omit<typeof import_rows.$inferInsert, 'preview_id' | 'decision'>;

/** What was found in a file, to be stored. */
export type Looked = {
	state: 'mapping' | 'refused' | 'ready';
	result: Result;
	rows: Iterable<NewRow>;
};

/** What would become of a resource that is gone from the file. */
export const fingerprintOf = ({ known, withdraw, unpin }: Gone): string =>
	`gone ${known.current} ${withdraw ? 'withdraw' : 'stay'} ${unpin ?? ''}`;

/** The rows of a preview, in the order of the file, and those that are gone from it after them. */
export function* rowsOf(read: FileRead, compared: Comparison): Generator<NewRow> {
	const { items, gone, problems, warnings, places } = compared;
	const findings = Map.groupBy(
		[...problems, ...warnings].filter(({ line }) => line !== null),
		({ line }) => line!
	);
	const told = (line: number) => findings.get(line) ?? [];
	let place = 0;
	const repeated = read.repeated.map(({ row }) => row.line);
	const repeatedBefore = function* (line: number): Generator<NewRow> {
		while (repeated.length > 0 && repeated[0]! < line) {
			const own = repeated.shift()!;
			yield { ...repeatedRow(own, told(own)), place: place++ };
		}
	};
	for (const item of items) {
		const { line } = item.reading.row;
		yield* repeatedBefore(line);
		yield { ...rowOf(item, told(line)), place: place++ };
	}
	yield* repeatedBefore(Number.POSITIVE_INFINITY);
	for (const one of gone) {
		const region = places.byId.get(one.region)!.slug;
		yield { ...goneRow(one, region), place: place++ };
	}
}

const repeatedRow = (line: number, findings: Finding[]) => ({
	...({ line, status: 'skipped', resource_id: null, fingerprint: 'repeated' } as const),
	details: { ...nothing, name: '', findings }
});

const goneRow = (one: Gone, region: string) => ({
	...({ line: null, status: 'gone', resource_id: one.known.id } as const),
	fingerprint: fingerprintOf(one),
	details: {
		...nothing,
		...{ name: '', base: one.known.current, region },
		findings: [whatBecomesOf(one)]
	}
});

const nothing = {
	...{ region: null, municipality: null, base: null, content: null },
	...{ likes: [], conflicts: [] }
};

function rowOf(item: PlannedRow, findings: Finding[]) {
	const { reading, status, fingerprint, known, region, base, likes, conflicts } = item;
	const content = item.content ?? reading.content;
	const isNews = status !== 'unchanged' && status !== 'skipped';
	return {
		...{ line: reading.row.line, status, resource_id: known?.id ?? null, fingerprint },
		details: {
			name: content?.name ?? nameIn(reading.row.cells),
			region: region?.slug ?? null,
			municipality: content?.location.municipality ?? null,
			...{ base, likes, conflicts, findings },
			content: content && isNews ? said(content) : null
		}
	};
}

/** Of a row that cannot be read: what stands where a name may, and not the id in front of it. */
const nameIn = (cells: ReadonlyMap<string, string>): string =>
	[cells.get('名前'), cells.get('名称'), ...cells.values()].find((cell) => cell?.trim()) ?? '';

const whatBecomesOf = ({ withdraw, unpin }: Gone): Finding => ({
	...{ line: null, column: null, kind: 'withdrawn', found: null },
	message: withdraw
		? 'ファイルにないので、いまのページから下げます。'
		: unpin === null
			? 'ファイルにありませんが、そのまま残します。'
			: 'ファイルにないので、この年度版から外します。'
});
