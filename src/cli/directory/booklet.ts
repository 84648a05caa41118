import { bookletChannels, type BookletChannel } from '#lib/domain/booklet/booklet.ts';
import { bookletForms, plainly, proofMark, type BookletForm } from '#lib/domain/booklet/made.ts';
import { layouts, warningGroups } from '#lib/domain/booklet/layout.ts';
import { makingOf } from '#lib/domain/booklet/order.ts';
import { parseEditionName } from '#lib/domain/edition/edition.ts';
import { noteBooklet } from '#lib/server/audit/exporting.ts';
import { final } from '#lib/server/booklet/made/find.ts';
import { digestOfBytes } from '#lib/server/booklet/made/keep.ts';
import type { Maker } from '#lib/server/booklet/makers.ts';
import { TypesettingError } from '#lib/server/booklet/typesetting/compile.ts';
import { ours } from '#lib/server/booklet/workshop.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { readEnvironment } from '#lib/server/start/environment.ts';
import { ensureBuild } from '../build.ts';
import { by, fromHere, withDatabase } from './database.ts';
import { needed, read, readChoice, UsageError, type Io } from './io.ts';
import { writeNew } from './new-file.ts';
import { progressBar } from './progress.ts';

export const help = `使いかた: npm run directory -- booklet --edition 年度版 [--format 形] [--channel 渡す先]
                                   [--monochrome] [--marks] [--folded] --out ファイル

年度版の冊子をつくり、ファイルに書きます。

  --edition sakura-2026  どの年度版か（地域-年度）
  --format a5            a5（ふつう）・a4（A4の紙に2ページずつ）・large（大きな字、A4）・yasashii（ふりがなつき）・
                         leaflet（折りたたみのちらし）・epub・html（一つのファイル）・bundle（報告と納本のまとまり）。
                         この四つは公開した年度版だけで、読む人に見せてよいものだけが入ります
  --channel paper        paper（印刷用。冊子だけに載せる連絡先も入ります。受けとったことは監査記録に残ります）か
                         web（ふつう。読む人に見せてよいものだけ）
  --monochrome           色を使わない
  --marks                トンボと3mmの塗り足しをつける（印刷所に出すとき）
  --folded               a4 のとき、まとめて二つ折りにする順に並べる
  --out ファイル         書く先。すでにあるファイルには書きません

公開するまでは、どのページにも「${proofMark}」と入ります。公開した年度版の印刷用の a5 は、公開のときにしまった
そのままのファイルです。QRコードの行き先は ORIGIN で決まります。`;

const flag = { type: 'boolean' } as const;
const text = { type: 'string' } as const;
const options = {
	...{ edition: text, format: text, channel: text, out: text },
	...{ monochrome: flag, marks: flag, folded: flag }
} as const;

type Wanted = {
	edition: staffView.StaffEdition;
	form: BookletForm;
	channel: BookletChannel;
	printing: typeof plainly;
};

export async function run(args: string[], io: Io): Promise<number> {
	const { values } = read(args, options);
	const name = needed(values.edition, '--edition 年度版（sakura-2026 のように）');
	const form = readChoice('--format', bookletForms, values.format) ?? 'a5';
	const channel = readChoice('--channel', bookletChannels, values.channel) ?? 'web';
	const out = needed(values.out, '--out ファイル');
	const maker = ours.makers[form];
	if (!maker) throw new UsageError(`--format ${form} は、まだつくれません。`);
	if (values.folded && form !== 'a4')
		throw new UsageError('--folded は --format a4 だけに使えます。');
	const isLaidOut = layouts.some((layout) => layout === form);
	const forLayouts = (['channel', 'monochrome', 'marks'] as const).find((option) =>
		option === 'channel' ? channel === 'paper' : values[option]
	);
	if (!isLaidOut && forLayouts) {
		const option = forLayouts === 'channel' ? '--channel paper' : `--${forLayouts}`;
		throw new UsageError(`${option} は、--format ${layouts.join('・')} だけに使えます。`);
	}
	return withDatabase(async (db) => {
		const edition = editionNamed(db, name);
		if (!isLaidOut && makingOf(edition.state) !== 'print') {
			throw new UsageError(
				`年度版「${name}」は公開していないので、--format ${layouts.join('・')} だけがつくれます。`
			);
		}
		if (form === 'html') await ensureBuild((words) => io.err(words));
		const printing = {
			isMonochrome: values.monochrome ?? false,
			hasMarks: values.marks ?? false,
			watermark: makingOf(edition.state) === 'print' ? null : proofMark,
			...(values.folded ? { isFolded: true } : {})
		};
		const wanted = { edition, form, channel, printing };
		const { bytes, pages, warnings } = kept(db, wanted) ?? (await made(db, wanted, maker, io));
		writeNew(fromHere(out), bytes, channel === 'paper' ? 0o600 : 0o644);
		if (channel === 'paper') {
			const what = `${form} ${digestOfBytes(bytes)}`;
			noteBooklet(db, { editionId: edition.id, by, at: new Date(), what });
		}
		const length = pages === null ? '' : `${pages}ページ、`;
		io.err(`${out} に書きました（${length}${bytes.byteLength.toLocaleString('ja')}バイト）。`);
		for (const { words } of warningGroups(warnings)) io.err(`見なおすところ: ${words}`);
		return 0;
	});
}

function editionNamed(db: Database, name: string): staffView.StaffEdition {
	const parsed = parseEditionName(name);
	const [edition] = parsed ? staffView.all(db, { region: parsed.slug, year: parsed.year }) : [];
	if (!edition)
		throw new UsageError(`年度版「${name}」はありません。sakura-2026 のように書きます。`);
	if (edition.state === 'withdrawn') {
		throw new UsageError(`年度版「${name}」は取り下げられているので、冊子はつくれません。`);
	}
	return edition;
}

/** What was kept at 公開, where that is what is wanted. */
function kept(db: Database, { edition, form, channel, printing }: Wanted) {
	const isPlain = JSON.stringify(printing) === JSON.stringify(plainly);
	const found = isPlain && channel === 'paper' ? final(db, edition.id, { form, channel }) : null;
	return found ? { ...found, warnings: [] } : null;
}

const labels = {
	wait: '待っています',
	collect: '集めています',
	typeset: '組んでいます',
	write: '書いています'
};
const stages = Object.keys(labels);

async function made(db: Database, { edition, channel, printing }: Wanted, maker: Maker, io: Io) {
	const editionId = edition.id;
	const bar = progressBar(io, labels);
	const step = (stage: string) => bar.step(stage, stages.indexOf(stage), stages.length);
	const origin = readEnvironment().ORIGIN ?? 'http://localhost:3000';
	try {
		step('collect');
		const { booklet, warnings } = await ours.collect(db, editionId, { channel, origin });
		const { signal } = new AbortController();
		const how = { printing, signal, onProgress: step, db, editionId, origin };
		const result = await maker.make(booklet, how);
		return { ...result, warnings: [...warnings, ...result.warnings] };
	} catch (error) {
		if (error instanceof TypesettingError) throw new UsageError(error.message);
		throw error;
	} finally {
		bar.clear();
	}
}
