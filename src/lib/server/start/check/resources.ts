import { instantWords } from '#lib/domain/calendar/calendar.ts';
import { checkOf, type Claims } from '#lib/server/audit/claim.ts';
import type { Database } from '#lib/server/database/client.ts';
import { label } from '#lib/domain/labels/vocabulary.ts';
import { names } from '#lib/server/regions/names.ts';
import { prepareName, prepareRegionName } from './names.ts';

type Row = {
	id: string;
	current: number | null;
	withdrawn: string | null;
	region: number;
	merged: string | null;
	/** Whose the current revision is. */
	owner: string | null;
	approved: string | null;
};

/** Sentences of how resources and checks differ from what the log says; none when all is well. */
export function resourceProblems(db: Database, claims: Claims): string[] {
	const nameOf = prepareName(db);
	const regionName = prepareRegionName(db);
	const rows = db.$client
		.prepare<[], Row>(
			`SELECT r.id, r.current_revision_id AS current, r.withdrawn_at AS withdrawn,
				r.region_id AS region, r.merged_into_id AS merged,
				v.resource_id AS owner, v.approved_at AS approved
			FROM resources r LEFT JOIN revisions v ON v.id = r.current_revision_id ORDER BY r.id`
		)
		.all();
	const known = new Set(rows.map(({ id }) => id));
	const claimed = new Set(
		[claims.current, claims.withdrawn, claims.places].flatMap((map) => [...map.keys()])
	);
	return [
		...[...claimed].filter((id) => !known.has(id)).map((id) => `資源 ${id} が消されています`),
		...rows.flatMap((row) =>
			[
				...pointer(row, claims),
				...stand(row, claims),
				...place(row, claims, regionName),
				...merging(row, claims, nameOf)
			].map((problem) => `${nameOf(row.id)}${problem}`)
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

function place({ id, region }: Row, { places }: Claims, nameOf: (id: number) => string): string[] {
	const claim = places.get(id);
	if (claim === undefined || claim === region) return [];
	return [`の地域が、記録の${nameOf(claim)}から${nameOf(region)}に変えられています`];
}

function merging({ id, merged }: Row, claims: Claims, nameOf: (id: string) => string): string[] {
	const claim = claims.merged.get(id) ?? null;
	if (claim === merged || !claims.parts.has('merged')) return [];
	if (claim === null) return ['はほかの資源と1つにした記録がないのに、1つにしたことにされています'];
	if (merged === null) return [`は${nameOf(claim)}と1つにしたのに、していないことにされています`];
	return [`を1つにした先が、記録の${nameOf(claim)}から${nameOf(merged)}に変えられています`];
}

type Check = {
	id: number;
	resource: string;
	on: string;
	method: string;
	revoked: string | null;
};

function checkProblems(db: Database, claims: Claims, nameOf: (id: string) => string): string[] {
	const { checks } = claims;
	const wayOf = (method: string) => label(names(db).vocabularies, 'method', method);
	const rows = db.$client
		.prepare<[], Check>(
			`SELECT id, resource_id AS resource, verified_on AS "on", method, revoked_at AS revoked
			FROM verifications`
		)
		.all();
	const known = new Set(rows.map(({ id }) => id));
	const lost = [...checks.keys()].filter((id) => !known.has(id));
	return [
		...lost.map((id) => `確認の記録 ${id} が消されています`),
		...rows.flatMap((row) =>
			[...saying(row, claims, wayOf), ...revoking(row, claims)].map(
				(problem) => `${nameOf(row.resource)}の${problem}`
			)
		)
	];
}

function saying(
	{ id, on, method }: Check,
	{ checks }: Claims,
	wayOf: (method: string) => string
): string[] {
	const claim = checks.get(id);
	if (claim === undefined || claim === checkOf(on, method)) return [];
	const [day, way] = claim.split(' ') as [string, string];
	return [
		day === on
			? `確認の方法が ${wayOf(way)} から ${wayOf(method)} に変えられています`
			: `確認した日が ${day} から ${on} に変えられています`
	];
}

function revoking({ id, on, revoked }: Check, claims: Claims): string[] {
	const claim = claims.revoked.get(id) ?? null;
	if (claim === revoked || !claims.parts.has('revoked')) return [];
	const check = `${on} の確認`;
	if (claim === null) return [`${check}は取り消した記録がないのに、取り消したことにされています`];
	if (revoked === null) return [`${check}は取り消したのに、取り消していないことにされています`];
	return [`${check}を取り消した日時が変えられています`];
}
