import { isDeepStrictEqual } from 'node:util';
import { close, type Database } from '#lib/server/database/client.ts';
import { openToRead } from '#lib/server/start/open.ts';
import { integrity, prove, records, references } from '#lib/server/start/check.ts';
import type { Finding } from '#lib/server/database/finding.ts';
import { isOfThisVersion } from '#lib/server/database/migrations.ts';
import { statSync } from 'node:fs';
import { digest } from './files.ts';
import { auditOf, readManifest, rowsOf, sealOf, type Manifest } from './manifest.ts';

export type { Finding } from '#lib/server/database/finding.ts';

/** `unsealed`: the operator knows that it was made without a key. */
type How = { unsealed?: boolean | undefined };

/** Whether a backup is what its manifest says, and whole. */
export function verify(file: string, key: string | null, how: How = {}): Finding[] {
	const manifest = readManifest(file);
	if (!manifest) {
		const detail = `${file}.json がないか、読めません。バックアップは2つのファイルで1組です`;
		return [{ name: '目録', ok: false, detail }];
	}
	return look(file, manifest, key, how);
}

export function look(
	file: string,
	manifest: Manifest,
	key: string | null,
	how: How = {}
): Finding[] {
	const sealed = seal(manifest, key, how);
	const isSame = statSync(file).size === manifest.bytes && digest(file).sha256 === manifest.sha256;
	const content: Finding = {
		name: '中身',
		ok: isSame,
		detail: isSame ? '作ったときのままです（SHA-256）' : '作ったときと違います（SHA-256）'
	};
	const found = [content, sealed];
	// What is not what was written, or nobody answers for, is not opened.
	if (!isSame || !sealed.ok) return found;
	const db = openToRead(file, key);
	try {
		const tables = plain(db);
		if (!tables.ok) return [...found, tables];
		return [
			...found,
			integrity(db),
			references(db),
			rows(db, manifest),
			...(key === null ? [] : [records(db)]),
			...(isOfThisVersion(db) ? prove(db) : [])
		];
	} finally {
		close(db);
	}
}

/** Tables alone, as we make them: nothing that runs when it is read. */
function plain(db: Database): Finding {
	const found = db.$client
		.prepare<[], string>(
			`SELECT name FROM sqlite_schema
			WHERE type = 'view' OR (type = 'table' AND sql LIKE 'CREATE VIRTUAL%')`
		)
		.pluck()
		.get();
	const detail =
		found === undefined ? '表だけです' : `このアプリのものではない「${found}」が入っています`;
	return { name: '形', ok: found === undefined, detail };
}

function seal(manifest: Manifest, key: string | null, { unsealed = false }: How): Finding {
	const name = '封';
	if (manifest.seal === null && key !== null && !unsealed) {
		const detail =
			'付いていません。監査記録の鍵のあるときに作ったものなら、目録が書き換えられています。鍵のないときに作ったものなら、--unsealed を付けてください';
		return { name, ok: false, detail };
	}
	if (manifest.seal === null) {
		return { name, ok: true, detail: '監査記録の鍵がないときに作られ、付いていません' };
	}
	if (key === null) {
		return { name, ok: true, detail: '監査記録の鍵がないので、確かめていません' };
	}
	const ok = sealOf(manifest, key) === manifest.seal;
	const detail = ok
		? '目録は監査記録の鍵と合っています'
		: '目録が書き換えられたか、監査記録の鍵が別のものです';
	return { name, ok, detail };
}

function rows(db: Database, manifest: Manifest): Finding {
	const counted = rowsOf(db);
	const total = Object.values(counted).reduce((sum, count) => sum + count, 0);
	const ok =
		isDeepStrictEqual(counted, manifest.rows) && isDeepStrictEqual(auditOf(db), manifest.audit);
	const detail = ok
		? `${total}行と監査記録の終わりが、目録のとおりです`
		: '行数か監査記録の終わりが、目録と違います';
	return { name: '行数', ok, detail };
}
