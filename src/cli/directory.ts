import { setFlagsFromString } from 'node:v8';
import { unexpected } from '#lib/server/database/faults.ts';
import { processIo, UsageError, type Io } from './directory/io.ts';

// Reading the database library's hundreds of modules would grow the young generation of the heap
// by 200 MB before the first row is read: it may grow again once they are there.
const growYoungGeneration = (factor: number) =>
	setFlagsFromString(`--semi-space-growth-factor=${factor}`);

type Verb = { help: string; run(args: string[], io: Io): number | Promise<number> };

/** What each verb does, in one line. */
export const verbs: Record<string, { says: string; load(): Promise<Verb> }> = {
	import: { says: 'ファイルを年度版に取り込む', load: () => import('./directory/import.ts') },
	export: {
		says: '地域の資源をExcel・CSVなどに書き出す',
		load: () => import('./directory/export.ts')
	},
	booklet: {
		says: '年度版の冊子（PDFなど）をつくる',
		load: () => import('./directory/booklet.ts')
	},
	edition: {
		says: '年度版を見る・公開する・取り下げる',
		load: () => import('./directory/edition.ts')
	},
	reports: {
		says: '読む人からの知らせを見る・片づける',
		load: () => import('./directory/reports.ts')
	},
	staff: {
		says: '職員を招く・止める・入り直せるようにする',
		load: () => import('./directory/staff.ts')
	},
	schedule: {
		says: '日時のことばを読み取り、日付を答える',
		load: () => import('./directory/schedule.ts')
	},
	region: {
		says: '架空の見本の地域だけを消す',
		load: () => import('./directory/region.ts')
	},
	erase: { says: '本人の希望で、資源のことばを消す', load: () => import('./directory/erase.ts') },
	basemap: { says: '地図の輪郭を取り込む', load: () => import('./directory/basemap.ts') },
	backup: {
		says: 'データベースのバックアップをとる・確かめる',
		load: () => import('./directory/backup.ts')
	},
	restore: {
		says: 'バックアップからデータベースを戻す',
		load: () => import('./directory/restore.ts')
	},
	readonly: {
		says: '見るだけにする・元に戻す',
		load: () => import('./directory/readonly.ts')
	},
	audit: { says: '監査記録を確かめる・書き出す', load: () => import('./directory/audit.ts') },
	check: { says: 'データベースが無事か調べる', load: () => import('./directory/check.ts') },
	reset: { says: 'データベースを新しく始める', load: () => import('./directory/reset.ts') }
};

const help = `使いかた: npm run directory -- <動詞> [...]

${Object.entries(verbs)
	.map(([name, { says }]) => `  ${name.padEnd(8)} ${says}`)
	.join('\n')}

詳しくは npm run directory -- <動詞> --help`;

/** The operator's commands. 0: done; 1: could not; 2: refused for what was asked or given. */
export async function run(args: string[], io: Io = processIo): Promise<number> {
	const [name, ...rest] = args;
	if (name === undefined || name === '--help' || name === '-h') {
		io.out(help);
		return name === undefined ? 2 : 0;
	}
	if (!Object.hasOwn(verbs, name)) {
		io.err(
			`「${name}」という動詞はありません。${Object.keys(verbs).join('・')} のどれかを使います。`
		);
		return 2;
	}
	growYoungGeneration(1);
	const verb = await verbs[name]!.load();
	growYoungGeneration(2);
	if (rest.includes('--help') || rest.includes('-h')) {
		io.out(verb.help);
		return 0;
	}
	try {
		return await verb.run(rest, io);
	} catch (error) {
		if (error instanceof UsageError) {
			io.err(`${error.message}\n詳しくは npm run directory -- ${name} --help`);
			return 2;
		}
		if (error instanceof Error && error.name === 'ReadOnlyError') {
			io.err(
				'いまは見るだけにしてあるので、書き込みませんでした。npm run directory -- readonly status でわけを見られます。'
			);
			return 2;
		}
		io.err(failed(error));
		return 1;
	}
}

/** By name: what was built for the web has classes of its own. */
function failed(error: unknown): string {
	const name = error instanceof Error ? error.name : '';
	if (name === 'StartError') return (error as Error).message;
	if (name === 'BusyError') {
		return 'ほかの作業がデータベースを使っています。少し待ってからもう一度始めてください。';
	}
	return unexpected('データベースか、書こうとしたファイル', error);
}
