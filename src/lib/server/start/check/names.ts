import type { Database } from '#lib/server/database/client.ts';

/** 「ひだまり」, or the id of a resource that has no name. */
export function prepareName({ $client }: Database): (resourceId: string) => string {
	const find = $client
		.prepare<[string], string>(
			`SELECT v.name FROM revisions v LEFT JOIN resources r ON r.id = v.resource_id
			WHERE v.resource_id = ? ORDER BY v.id IS NOT r.current_revision_id, v.id DESC LIMIT 1`
		)
		.pluck();
	return (resourceId) => {
		const name = find.get(resourceId);
		return name === undefined ? `（${resourceId}）` : `「${name}」`;
	};
}

/** 「さくら市」, or the number of a region that is not there. */
export function prepareRegionName({ $client }: Database): (regionId: number) => string {
	const find = $client.prepare<[number], string>('SELECT name FROM regions WHERE id = ?').pluck();
	return (regionId) => `「${find.get(regionId) ?? `番号 ${regionId}`}」`;
}
