import type { Finding } from '#lib/domain/formats/format.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import { isPlaced, type PlannedRow } from './planned.ts';
import type { RowRegion } from './region-assignment.ts';

/** Of what becomes of each row, not of what the file alone says: a column that it lacks keeps what is known. */
export function gaps(items: PlannedRow[]): Finding[] {
	const waits = ({ outcome, status }: PlannedRow) =>
		outcome === 'undecided' && status === 'outside';
	return items.flatMap((item) => {
		const { reading, content, outcome } = item;
		if (content === null || outcome === 'withdrawn') return [];
		if (!isPlaced(item) && !waits(item)) return [];
		const { line } = reading.row;
		const found: Finding[] = [];
		const add = (column: string, kind: Finding['kind'], message: string) =>
			found.push({ line, column, kind, found: null, message });
		if (content.consents.length === 0) {
			add('掲載の同意', 'consent', '掲載の同意がないので、公開ページには出ません。');
		}
		if (!content.location.municipality && content.precision !== 'online') {
			add('市区町村', 'municipality', '市区町村がありません。未確認になります。');
		}
		return found;
	});
}

/** How much of a file is not of the region that was chosen for all of it: said before anything of its rows. */
export function strangers(items: PlannedRow[], chosen: RowRegion | null): Finding[] {
	const { length } = items.filter(({ isOutside }) => isOutside);
	if (!chosen || length === 0) return [];
	const message = `${items.length}件のうち${length}件は、この地域（${chosen.name}）の市区町村ではありません。`;
	return [{ line: null, column: null, kind: 'region', found: null, message }];
}

/** Points that lie clearly outside their municipality, where its outline is known. */
export function outsiders(db: Database, items: PlannedRow[]): Finding[] {
	return items.filter(isPlaced).flatMap(({ reading, content, outcome }): Finding[] => {
		const { municipality, latitude, longitude } = content.location;
		if (outcome !== 'new' && outcome !== 'changed') return [];
		if (municipality === null || latitude === null || longitude === null) return [];
		if (!outlines.isOutside(db, municipality, { latitude, longitude })) return [];
		const message = '緯度・経度が、市区町村の外です。点か住所を確かめてください。';
		const found = `${latitude}, ${longitude}`;
		return [{ line: reading.row.line, column: null, kind: 'coordinates', found, message }];
	});
}
