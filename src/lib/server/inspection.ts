import { sql } from 'drizzle-orm';
import * as audit from './audit.ts';
import { contents } from './contents/read.ts';
import type { Database } from './database.ts';
import { contentHash } from './hash.ts';

/** One thing that was looked at; `detail` says in Japanese what was found. */
export type Finding = {
	name: string;
	ok: boolean;
	detail: string;
	/** Nothing is wrong, but somebody should look at it. */
	isOld?: true;
};

/** Whether the file is whole, every reference leads somewhere and nothing was changed behind our back. */
export function inspect(db: Database): Finding[] {
	return [integrity(db), references(db), revisions(db), records(db)];
}

export function integrity(db: Database): Finding {
	const rows = db.$client.pragma('integrity_check') as { integrity_check: string }[];
	const found = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
	return {
		name: 'ファイル',
		ok: found.length === 0,
		detail: found.length === 0 ? '壊れていません' : `壊れています（${found[0]}）`
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

/** Whether anything but the sample was ever put into it. */
export function hasWork(db: Database): boolean {
	const found = db.get<{ work: number }>(sql`
		SELECT EXISTS (SELECT 1 FROM audit WHERE actor <> 'sample')
			OR EXISTS (SELECT 1 FROM reports)
			OR EXISTS (SELECT 1 FROM resources WHERE created_by <> 'sample') AS work`);
	return found?.work === 1;
}
