import { globSync, readFileSync } from 'node:fs';
import { wamnet } from '#lib/domain/formats/wamnet/wamnet.ts';
import { readTextTable } from '#lib/domain/formats/file/table.ts';
import { gazetteer } from '#lib/domain/region/municipality.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { vocabularies, type Searched } from '../search-data.ts';
import { towns } from './towns.ts';

/** The newest edition of every WAM NET file under a folder (docs/formats/wamnet.md). */
export function real(folder: string): Searched[] {
	const newest = new Map(
		globSync('**/csvdownload*.csv', { cwd: folder })
			.sort()
			.map((file) => [file.replace(/^.*[/\\]/u, ''), file])
	);
	const context = { gazetteer: gazetteer(towns), vocabularies, category: null };
	const places = new Map(towns.map(({ code, name, kana }) => [code, { name, kana }]));
	return [...newest.values()]
		.flatMap((file) => {
			const read = readTextTable(readFileSync(`${folder}/${file}`));
			if ('problems' in read) throw new Error(`${file}: ${read.problems[0]!.message}`);
			return read.table.rows.flatMap((row) => wamnet.read(row, context).content ?? []);
		})
		.map((content, number) => {
			const shown = publicContent(content);
			return {
				id: `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`,
				content: shown,
				place: places.get(shown.place.municipality ?? '') ?? null
			};
		});
}
