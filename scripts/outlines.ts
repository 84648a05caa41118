import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Bounds } from '#lib/domain/map/bounds.ts';
import type { Shipped } from '#lib/server/regions/maps/outlines/shipped.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import { cutOutlines, shippedFineness } from '#lib/server/regions/maps/outlines/cutting.ts';
import { planWith, usualCredit } from '#lib/server/regions/maps/outlines/loading.ts';
import { openDatabase } from '#lib/server/start/open.ts';

/**
 * Makes `data/outlines` from an N03 file of the whole country (docs/decisions/037-outlines-that-ship.md):
 * `node scripts/outlines.ts FILE`.
 */
function make(file: string, folder: string): void {
	const db = openDatabase(':memory:');
	municipalities.seed(db, new Date());
	const plan = planWith(db, readFileSync(file), (basemap, prefectures) =>
		cutOutlines(basemap, prefectures, shippedFineness)
	);
	if ('problem' in plan) throw new Error(plan.problem);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const texts = plan.cuts.map(({ area, bounds, topology }) => ({
		area,
		bounds,
		text: JSON.stringify(topology)
	}));
	for (const { area, text } of texts) writeFileSync(path.join(folder, `${area}.json`), text);
	const index: Shipped = {
		source: path.basename(file),
		credit: usualCredit,
		version: sha256(texts.map(({ text }) => text).join('\n')).slice(0, 16),
		areas: Object.fromEntries(texts.map(({ area, bounds }) => [area, rounded(bounds)]))
	};
	writeFileSync(path.join(folder, 'index.json'), `${JSON.stringify(index, null, '\t')}\n`);
	const { prefectures, municipalities: count, unknown } = plan;
	const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
	console.log({ prefectures, municipalities: count, unknown, bytes });
}

const rounded = (bounds: Bounds): Bounds => {
	const five = (degrees: number) => Number(degrees.toFixed(5));
	const { west, south, east, north } = bounds;
	return { west: five(west), south: five(south), east: five(east), north: five(north) };
};

const [file] = process.argv.slice(2);
if (!file) throw new Error('Which N03 file?');
make(file, path.resolve(import.meta.dirname, '../data/outlines'));
