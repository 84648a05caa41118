import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import yauzl from 'yauzl';

/** Opens a workbook in LibreOffice without a screen; sentences for what it does not find there. */
export async function checkInOffice(workbook: string, rows: number): Promise<string[]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'office-'));
	try {
		const begin = performance.now();
		const made = spawnSync(
			'soffice',
			[
				`-env:UserInstallation=file://${folder}/profile`,
				...['--headless', '--convert-to', 'ods', '--outdir', folder, workbook]
			],
			{ encoding: 'utf8', timeout: 240_000 }
		);
		if (made.error || made.status !== 0) {
			return [`LibreOffice did not open it: ${made.error?.message ?? made.stderr}`];
		}
		const seconds = ((performance.now() - begin) / 1000).toFixed(1);
		const opened = path.join(folder, `${path.basename(workbook, '.xlsx')}.ods`);
		const content = await entryOf(opened, 'content.xml');
		console.log(`LibreOffice opened it in ${seconds} s`);
		return problemsIn(content, rows);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function problemsIn(content: string, rows: number): string[] {
	const sheets = [...content.matchAll(/<table:table table:name="([^"]+)"/g)].map(
		([, name]) => name
	);
	const cells = [...content.matchAll(/office:value-type="(\w+)"/g)];
	const kinds = Map.groupBy(cells, ([, kind]) => kind);
	const lists = content.match(/cell-content-is-in-list/g)?.length ?? 0;
	const formulas = content.match(/table:formula=/g)?.length ?? 0;
	const phones = content.match(/<text:p>000-\d{4,}-0000<\/text:p>/g)?.length ?? 0;
	console.table({
		sheets: sheets.join(' '),
		lists,
		...Object.fromEntries([...kinds].map(([kind, found]) => [`${kind} cells`, found.length])),
		formulas
	});
	const found: [boolean, string][] = [
		[sheets.join() === '資源,説明,選べることば', 'The three sheets are not there.'],
		[lists >= 15, 'There are fewer lists to choose from than columns that have one.'],
		[formulas === 0, 'A cell is a formula.'],
		[(kinds.get('float')?.length ?? 0) > 0, 'No cell is a number.'],
		[phones === rows, `${phones} telephone numbers of ${rows} are texts with their zeros.`],
		[/visibility="collapse"/.test(content), 'No column is hidden.'],
		[/display-filter-buttons="true"/.test(content), 'There is no filter.']
	];
	return found.flatMap(([isFound, sentence]) => (isFound ? [] : [sentence]));
}

/** The text of one entry of an archive. */
function entryOf(archive: string, name: string): Promise<string> {
	return new Promise((resolve, reject) => {
		yauzl.fromBuffer(readFileSync(archive), { lazyEntries: true }, (error, zip) => {
			if (error) return reject(error);
			zip.on('entry', (entry: yauzl.Entry) => {
				if (entry.fileName !== name) return zip.readEntry();
				zip.openReadStream(entry, (fault, stream) => {
					if (fault) return reject(fault);
					const parts: Buffer[] = [];
					stream.on('data', (part: Buffer) => parts.push(part));
					stream.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
				});
			});
			zip.on('end', () => reject(new Error(`${name} is not in ${archive}`)));
			zip.readEntry();
		});
	});
}
