import { parseArgs } from 'node:util';
import { searched } from './search-data.ts';
import { answered, answeredInFiles, findIn, sentences } from './search/answered.ts';
import { peers } from './search/contender.ts';
import { postgres } from './search/databases.ts';
import { percentile } from './search/figures.ts';

const help = `npm run bench -- sentences [--size 10000] [--real FOLDER]

What people type as they talk, in the sample region: of how many sentences do three of the first five
places fit (tests/domain/search/sentence), ours and the peers of \`bench -- search\` in one run; and
how long ours takes among so many places. FOLDER: WAM NET files, of which some sentences are asked.`;

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			size: { type: 'string', default: '10000' },
			real: { type: 'string' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	const names = peers.filter((one) => one !== postgres).map(({ name }) => name);
	console.table(await answered(names));
	if (values.real !== undefined) {
		const { good, judged } = await answeredInFiles(values.real);
		console.log(`of the real files: ${good} of ${judged}`);
	}
	const many = findIn(searched(Number(values.size)));
	for (const query of sentences.slice(0, 100)) await many(query);
	const times: number[] = [];
	for (const query of sentences) {
		const begin = performance.now();
		await many(query);
		times.push(performance.now() - begin);
	}
	const p = (share: number) => percentile(times, share).toFixed(2);
	console.log(`among ${values.size}: p50 ${p(0.5)} ms, p95 ${p(0.95)} ms`);
	return 0;
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2));
