import type { Finding } from '#lib/domain/formats/format.ts';
import type { import_rows } from '#lib/server/database/schema/index.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Item } from '../compare/item.ts';
import type { Gone } from '../compare/missing.ts';
import type { FileRead } from '../read.ts';
import { said } from './contents.ts';

export type NewRow = Omit<typeof import_rows.$inferInsert, 'preview_id' | 'decision'>;

/** What would become of a resource that is gone from the file. */
export const fingerprintOf = ({ known, withdraw, unpin }: Gone): string =>
	`gone ${known.current} ${withdraw ? 'withdraw' : 'stay'} ${unpin ?? ''}`;

/** The rows of a preview, in the order of the file, and those that are gone from it after them. */
export function rowsOf(read: FileRead, compared: Comparison): NewRow[] {
	const { items, gone, problems, warnings, places } = compared;
	const findings = Map.groupBy(
		[...problems, ...warnings].filter(({ line }) => line !== null),
		({ line }) => line!
	);
	const told = (line: number) => findings.get(line) ?? [];
	const repeated = read.repeated.map(({ row }) => ({
		...({ line: row.line, status: 'skipped', resource_id: null, fingerprint: 'repeated' } as const),
		details: { ...nothing, name: '', findings: told(row.line) }
	}));
	const own = [...items.map((item) => rowOf(item, told(item.reading.row.line))), ...repeated];
	const left = gone.map((one) => ({
		...({ line: null, status: 'gone', resource_id: one.known.id } as const),
		fingerprint: fingerprintOf(one),
		details: {
			...nothing,
			...{ name: '', base: one.known.current, region: places.byId.get(one.region)!.slug },
			findings: [whatBecomesOf(one)]
		}
	}));
	return [...own.sort((a, b) => a.line - b.line), ...left].map((row, place) => ({ ...row, place }));
}

const nothing = {
	...{ region: null, municipality: null, base: null, content: null },
	...{ likes: [], conflicts: [] }
};

function rowOf(item: Item, findings: Finding[]) {
	const { reading, status, fingerprint, known, region, base, likes, conflicts } = item;
	const content = item.content ?? reading.content;
	const isNews = status !== 'unchanged' && status !== 'skipped';
	return {
		...{ line: reading.row.line, status, resource_id: known?.id ?? null, fingerprint },
		details: {
			name: content?.name ?? [...reading.row.cells.values()].find((cell) => cell.trim()) ?? '',
			region: region?.slug ?? null,
			municipality: content?.location.municipality ?? null,
			...{ base, likes, conflicts, findings },
			content: content && isNews ? said(content) : null
		}
	};
}

const whatBecomesOf = ({ withdraw, unpin }: Gone): Finding => ({
	...{ line: null, column: null, kind: 'withdrawn', found: null },
	message: withdraw
		? 'ファイルにないので、いまのページから下げます。'
		: unpin === null
			? 'ファイルにありませんが、そのまま残します。'
			: 'ファイルにないので、この年度版から外します。'
});
