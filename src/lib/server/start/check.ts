import { sql } from 'drizzle-orm';
import * as audit from '#lib/server/audit/index.ts';
import { claims } from '#lib/server/audit/claims.ts';
import { bookletProblems } from '#lib/server/booklet/made/prove.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database/client.ts';
import { stateOf } from '#lib/server/database/faults.ts';
import { contentHash } from '#lib/server/database/hash.ts';
import { editionProblems } from './check/editions.ts';
import type { Finding } from '#lib/server/database/finding.ts';
import { prepareName } from './check/names.ts';
import { resourceProblems } from './check/resources.ts';
import { misfiled, strays } from '#lib/server/search/proof.ts';

type Look = readonly [name: string, look: (db: Database) => Finding];

/** Whether the file is whole, every reference leads somewhere and nothing was changed behind our back. */
export const inspect = (db: Database): Finding[] => looks.map((look) => looked(db, look));

/** Editions, resources and index against the log and the revisions. */
export const prove = (db: Database): Finding[] => proofs.map((look) => looked(db, look));

/** What of it takes a moment, for a start: sentences of what is wrong in the log, editions and resources. */
export const proveQuickly = (db: Database): string[] =>
	[records, editions, resources]
		.map((look) => look(db))
		.flatMap(({ name, ok, detail }) => (ok ? [] : `${name}: ${detail}`));

/** A page that cannot be read is what was looked for. */
function looked(db: Database, [name, look]: Look): Finding {
	try {
		return look(db);
	} catch (error) {
		const detail = `${stateOf(error) ?? '読めないところがあります'}。バックアップから戻してください`;
		return { name, ok: false, detail };
	}
}

export function integrity(db: Database): Finding {
	const rows = db.$client.pragma('integrity_check') as { integrity_check: string }[];
	const isWhole = rows.every((row) => row.integrity_check === 'ok');
	return {
		name: 'ファイル',
		ok: isWhole,
		detail: isWhole
			? '壊れていません'
			: `壊れています（${rows.length}か所から）。バックアップから戻してください`
	};
}

export function references(db: Database): Finding {
	const broken = db.$client.pragma('foreign_key_check') as { table: string }[];
	return {
		name: 'つながり',
		ok: broken.length === 0,
		detail:
			broken.length === 0
				? 'すべてつながっています'
				: `${broken[0]!.table} など ${broken.length}行のつながる先がありません`
	};
}

const pageSize = 1000;

function revisions(db: Database): Finding {
	const page = db.$client.prepare<[number, number], { id: number; content_hash: string }>(
		'SELECT id, content_hash FROM revisions WHERE id > ? ORDER BY id LIMIT ?'
	);
	let count = 0;
	const changed: number[] = [];
	for (let last = 0; ;) {
		const rows = page.all(last, pageSize);
		if (rows.length === 0) break;
		const read = contents(
			db,
			rows.map(({ id }) => id)
		);
		for (const { id, content_hash } of rows) {
			if (contentHash(read.get(id)!) !== content_hash) changed.push(id);
		}
		count += rows.length;
		last = rows.at(-1)!.id;
	}
	return {
		name: '改訂',
		ok: changed.length === 0,
		detail:
			changed.length === 0
				? `${count}件とも書かれたときのままです`
				: `${changed.length}件が書かれたときと違います（${changed.slice(0, 5).join('・')}）`
	};
}

export function records(db: Database): Finding {
	const result = audit.verify(db);
	return {
		name: '監査記録',
		ok: result.ok,
		detail: result.ok
			? `${result.count}件がつながっています`
			: `${result.at}件目から後が書き換えられたか、失われています`
	};
}

function editions(db: Database): Finding {
	const found = claims(db);
	return told('年度版', editionProblems(db, found), () => {
		const frozen = [...found.editions.values()].filter(({ locked }) => locked).length;
		return `校了した ${frozen}冊は、そのときのままです`;
	});
}

function resources(db: Database): Finding {
	const found = claims(db);
	return told('資源', resourceProblems(db, found), () =>
		found.parts.has('current')
			? `${found.current.size}件が監査記録のとおりです`
			: '監査記録に控えがまだありません。次に始めるときに作られます'
	);
}

/** Which revisions the index lacks or must not have. */
export function strayProblems(db: Database): string[] {
	const { missing, extra } = strays(db);
	return [
		...named(db, missing).map((one) => `${one}が索引から抜けています`),
		...named(db, extra).map((one) => `${one}は索引にあってはならないものです`)
	];
}

function named(db: Database, revisions: number[]): string[] {
	const nameOf = prepareName(db);
	return revisions.map((id) => `${nameOf(ownerOf(db, id))}の改訂 ${id}`);
}

function index(db: Database): Finding {
	const others = named(db, misfiled(db)).map((one) => `${one}の索引が、そのことばと違います`);
	const problems = [...strayProblems(db), ...others];
	return told('索引', problems, () => 'すべての改訂を、そのことばで見つけられます');
}

function booklets(db: Database): Finding {
	const { problems, finals } = bookletProblems(db);
	return told('冊子', problems, () => `公開のときの ${finals}冊は、1バイトも変わっていません`);
}

const ownerOf = ({ $client }: Database, revision: number): string =>
	$client
		.prepare<[number], string>('SELECT resource_id FROM revisions WHERE id = ?')
		.pluck()
		.get(revision) ?? '';

const mostTold = 5;

function told(name: string, problems: string[], well: () => string): Finding {
	if (problems.length === 0) return { name, ok: true, detail: well() };
	const rest = problems.length - mostTold;
	const detail = problems.slice(0, mostTold).join('。') + (rest > 0 ? `。ほか ${rest}か所` : '');
	return { name, ok: false, detail };
}

const proofs: Look[] = [
	['年度版', editions],
	['資源', resources],
	['索引', index],
	['冊子', booklets]
];
const looks: Look[] = [
	['ファイル', integrity],
	['つながり', references],
	['改訂', revisions],
	['監査記録', records],
	...proofs
];

/** Whether anything but the sample was ever put into it. */
export function hasWork(db: Database): boolean {
	const found = db.get<{ work: number }>(sql`
		SELECT EXISTS (SELECT 1 FROM audit WHERE actor <> 'sample' AND action <> 'audit.baseline')
			OR EXISTS (SELECT 1 FROM reports)
			OR EXISTS (SELECT 1 FROM resources WHERE created_by <> 'sample') AS work`);
	return found?.work === 1;
}
