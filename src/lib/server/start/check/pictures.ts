import type { Database } from '#lib/server/database/client.ts';
import type { Finding } from '#lib/server/database/finding.ts';
import { sha256Of } from '#lib/server/database/hash.ts';

const mostTold = 5;

/** Whether every picture has the bytes that its hash was made of; what editions say of them is in their own. */
export function pictures({ $client }: Database): Finding {
	const hashes = $client
		.prepare<[], string>('SELECT sha256 FROM picture_files ORDER BY sha256')
		.pluck()
		.all();
	const bytesOf = $client
		.prepare<[string], Buffer>('SELECT bytes FROM picture_files WHERE sha256 = ?')
		.pluck();
	const wrong = hashes.filter((hash) => sha256Of(bytesOf.get(hash)!) !== hash);
	const told = wrong.slice(0, mostTold).map((hash) => hash.slice(0, 12));
	return {
		name: '写真',
		ok: wrong.length === 0,
		detail:
			wrong.length === 0
				? `${hashes.length}枚とも入れたときのままです`
				: `${wrong.length}枚が入れたときと違います（${told.join('・')}）。バックアップから戻すか、入れなおしてください`
	};
}
