import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild, root } from '../src/cli/build.ts';
import { locate, weights, withOutlines, type Located } from './map/location.ts';
import { measureTiles } from './map/tiles.ts';
import { note, type Extra } from './search/extra.ts';

const help = `npm run bench -- map --check [--basemap FILE] [--data FOLDER]

The tiles before a server of our own that stands in for the upstream; how heavy the outlines are that ship,
with --basemap those of an N03 file; with --data, a folder of WAM NET files, whether the places in them lie in the
municipality that they state.`;

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			check: { type: 'boolean' },
			basemap: { type: 'string' },
			data: { type: 'string' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	const rows: Extra[] = [];
	let located: Located | null = null;
	const { db, seconds } = withOutlines(values.basemap);
	if (values.basemap) rows.push(note('reading and cutting the basemap', `${seconds.toFixed(1)} s`));
	rows.push(...weights(db));
	if (values.data) {
		const found = locate(db, values.data);
		located = found.located;
		rows.push(...found.rows);
	}
	await ensureBuild((sentence) => console.error(sentence));
	rows.push(...(await measureTiles()));
	console.table(
		rows.map(({ reached, ...row }) => ({ ...row, '': row.asked && (reached ? 'yes' : 'NO') }))
	);
	if (located) console.log(`Where they differ: ${located.differences.join('、')}`);
	keep({ rows, located });
	return rows.every(({ reached }) => reached) ? 0 : 1;
}

function keep(results: object): void {
	const folder = path.join(root, 'bench/results');
	mkdirSync(folder, { recursive: true });
	const at = new Date().toISOString();
	const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
	const file = path.join(folder, `map-check-${at.replaceAll(':', '')}.json`);
	writeFileSync(file, JSON.stringify({ at, machine, ...results }, null, '\t') + '\n');
	console.log(path.relative(root, file));
}
