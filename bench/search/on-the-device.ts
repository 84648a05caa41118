import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { select } from '#lib/domain/listing/catalogue.ts';
import { catalogueDocument } from '#lib/domain/listing/catalogue-document.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { memoryCatalogue } from '#lib/domain/listing/memory-catalogue.ts';
import { lexiconOf } from '#lib/domain/search/lexicon.ts';
import { alternatives } from '#lib/domain/search/synonyms.ts';
import { speech, searched, synonyms, vocabularies } from '../search-data.ts';
import { timed, within, type Extra } from './extra.ts';
import { percentile } from './figures.ts';
import { towns } from './towns.ts';

/** A region of 500 as a browser has it, here in Node on the same machine. */
export async function onTheDevice(queries: readonly string[]): Promise<Extra[]> {
	const documents = searched(500).map(({ content, place }) => ({
		...catalogueDocument(content, { place: place?.name ?? null }),
		checkedOn: null
	}));
	const codes = new Set(documents.flatMap(({ search }) => search.codes));
	const municipalities = towns
		.filter(({ code }) => codes.has(`municipality=${code}`))
		.map((town) => ({ ...town, prefecture: town.prefecture.name }));
	const steps = synonyms.flatMap(alternatives);
	const make = () =>
		memoryCatalogue(
			documents,
			lexiconOf({ vocabularies, municipalities, synonyms: steps, speech }),
			vocabularies
		);
	const first = timed(make);
	const catalogue = make();
	const keystrokes = queries.flatMap((query) =>
		[...query].map((_, at) => {
			const typed = parseFilter(new URLSearchParams({ q: [...query].slice(0, at + 1).join('') }));
			return timed(() => select(catalogue, typed));
		})
	);
	const size = await moduleSize();
	return [
		within('a region of 500 on the device: index built, the first time', first, 100),
		within(
			'a region of 500 on the device: keystroke to results, p95',
			percentile(keystrokes, 0.95),
			16
		),
		{
			what: 'the search module, gzip',
			figure: `${(size / 1024).toFixed(1)} KB`,
			asked: '≤ 20 KB',
			reached: size <= 20 * 1024
		}
	];
}

async function moduleSize(): Promise<number> {
	const entry = new URL('./device.ts', import.meta.url).pathname;
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		resolve: { alias: { '#lib': new URL('../../src/lib', import.meta.url).pathname } },
		build: { write: false, lib: { entry, formats: ['es'] }, minify: true }
	});
	const [output] = [built].flat();
	if (!output || !('output' in output)) throw new Error('nothing was built');
	const code = output.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('');
	return gzipSync(code).length;
}
