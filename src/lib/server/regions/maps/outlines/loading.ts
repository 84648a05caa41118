import { createHash } from 'node:crypto';
import type { Database } from '#lib/server/database/client.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import { basemaps, outlines } from '#lib/server/database/schema/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import { readBasemap, type Basemap } from './basemap.ts';
import { cutOutlines, wholeCountry, type Cut } from './cutting.ts';

/** As the ministry asks to be named (国土数値情報 利用規約). */
export const usualCredit = '国土数値情報（行政区域データ）（国土交通省）を加工して作成';

export const maxBytes = 200 * 1024 * 1024;

export type Plan = {
	cuts: Cut[];
	prefectures: number;
	municipalities: number;
	/** Parts of the file that belong to no municipality yet. */
	unassigned: number;
	/** Names of those that the table of municipalities does not have. */
	unknown: string[];
};

/** What a file would bring; `problem` is a Japanese sentence. Reads the database, writes nothing. */
export const plan = (db: Database, bytes: Uint8Array): Plan | { problem: string } =>
	planWith(db, bytes, (basemap, prefectures) => cutOutlines(basemap, prefectures));

export function planWith(
	db: Database,
	bytes: Uint8Array,
	cut: (basemap: Basemap, prefectures: Map<string, string>) => Cut[]
): Plan | { problem: string } {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return { problem: 'UTF-8 の文字として読めません。' };
	}
	const list = municipalities.list(db);
	const names = new Map(list.map(({ code, name }) => [code, name]));
	const prefectures = new Map(list.map(({ prefecture }) => [prefecture.code, prefecture.name]));
	const read = readBasemap(text, { prefectures, names });
	if ('problem' in read) return read;
	const areas = read.basemap.objects.areas.geometries;
	const cuts = cut(read.basemap, prefectures);
	return {
		cuts,
		prefectures: new Set(cuts.map(({ area }) => area).filter((area) => area !== wholeCountry)).size,
		municipalities: areas.length,
		unassigned: read.unassigned,
		unknown: areas.filter(({ id }) => !names.has(id)).map(({ properties }) => properties.name)
	};
}

/** Puts these outlines in the place of all that were there, or changes nothing. */
export function replace(
	db: Database,
	{ cuts }: Plan,
	{ credit, fileName, at }: { credit: string; fileName: string; at: Date }
): void {
	const rows = cuts.map(({ topology, ...cut }) => ({ ...cut, topology: JSON.stringify(topology) }));
	const hash = createHash('sha256').update(credit);
	for (const { topology } of rows) hash.update(topology);
	write(db, () => {
		db.delete(outlines).run();
		db.delete(basemaps).run();
		for (const row of rows) db.insert(outlines).values(row).run();
		db.insert(basemaps)
			.values({
				id: 1,
				credit,
				file_name: fileName,
				version: hash.digest('hex').slice(0, 16),
				imported_at: at.toISOString()
			})
			.run();
	});
}
