import { instantWords } from '#lib/domain/calendar/calendar.ts';
import { checkOf, type Claims } from '#lib/server/audit/claims.ts';
import type { Database } from '#lib/server/database/client.ts';
import { label } from '#lib/domain/labels/vocabulary.ts';
import { names } from '#lib/server/regions/names.ts';
import { prepareName } from './names.ts';

type Row = {
	id: string;
	current: number | null;
	withdrawn: string | null;
	/** Whose the current revision is. */
	owner: string | null;
	approved: string | null;
};

/** Sentences of how resources and checks differ from what the log says; none when all is well. */
export function resourceProblems(db: Database, claims: Claims): string[] {
	const nameOf = prepareName(db);
	const rows = db.$client
		.prepare<[], Row>(
			`SELECT r.id, r.current_revision_id AS current, r.withdrawn_at AS withdrawn,
				v.resource_id AS owner, v.approved_at AS approved
			FROM resources r LEFT JOIN revisions v ON v.id = r.current_revision_id ORDER BY r.id`
		)
		.all();
	const known = new Set(rows.map(({ id }) => id));
	const claimed = new Set([...claims.current.keys(), ...claims.withdrawn.keys()]);
	return [
		...[...claimed].filter((id) => !known.has(id)).map((id) => `資源 ${id} が消されています`),
		...rows.flatMap((row) =>
			[...pointer(row, claims), ...stand(row, claims)].map(
				(problem) => `${nameOf(row.id)}${problem}`
			)
		),
		...checkProblems(db, claims, nameOf)
	];
}

function pointer({ id, current, owner, approved }: Row, claims: Claims): string[] {
	if (current !== null && owner !== id) return ['のいまの改訂が、ほかの資源のものです'];
	if (current !== null && approved === null) return ['のいまの改訂が、承認されていないものです'];
	const claim = claims.current.get(id);
	if (claim === undefined || claim === current) return [];
	return [`のいまの改訂が、記録の ${claim} から ${current ?? 'なし'} に変えられています`];
}

function stand({ id, withdrawn }: Row, claims: Claims): string[] {
	const claim = claims.withdrawn.get(id);
	if (claim === withdrawn) return [];
	if (claim && !withdrawn) {
		return [`は${instantWords(claim)}に取り下げたのに、取り下げていないことにされています`];
	}
	if (claim && withdrawn) return ['の取り下げの日時が変えられています'];
	const isRecorded = claim !== undefined || claims.current.has(id);
	return withdrawn && isRecorded
		? ['は取り下げた記録がないのに、取り下げたことにされています']
		: [];
}

function checkProblems(db: Database, { checks }: Claims, nameOf: (id: string) => string): string[] {
	const wayOf = (method: string) => label(names(db).vocabularies, 'method', method);
	type Check = { id: number; resource: string; on: string; method: string };
	const rows = db.$client
		.prepare<[], Check>(
			'SELECT id, resource_id AS resource, verified_on AS "on", method FROM verifications'
		)
		.all();
	const known = new Set(rows.map(({ id }) => id));
	const lost = [...checks.keys()].filter((id) => !known.has(id));
	return [
		...lost.map((id) => `確認の記録 ${id} が消されています`),
		...rows.flatMap(({ id, resource, on, method }) => {
			const claim = checks.get(id);
			if (claim === undefined || claim === checkOf(on, method)) return [];
			const [day, way] = claim.split(' ') as [string, string];
			const change =
				day === on
					? `確認の方法が ${wayOf(way)} から ${wayOf(method)}`
					: `確認した日が ${day} から ${on}`;
			return [`${nameOf(resource)}の${change} に変えられています`];
		})
	];
}
