import { sql, type SQL } from 'drizzle-orm';
import { agree } from '#lib/domain/region/former-municipality.ts';
import type { Point } from '#lib/domain/map/bounds.ts';
import type { Statement, Suggested } from '#lib/domain/map/placing.ts';
import type { Database } from '#lib/server/database/client.ts';
import type { Geocoder } from './geocoding.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import * as outlines from './outlines.ts';
import { isOnTheWeb } from '#lib/server/contents/visibility.ts';

export type Judgement =
	/** In the stated municipality, or so near that nobody can tell. */
	| { is: 'inside'; name: string }
	/** `found`: what it lies in; null for the sea. `metres` to the stated one, where they are known. */
	| { is: 'outside'; name: string; found: string | null; metres: number | null }
	/** No outlines, or nothing stated. */
	| { is: 'unknown' };

/** Whether a point lies in the municipality that is stated, by the loaded outlines. */
export function judge(db: Database, point: Point, code: string | null): Judgement {
	const known = new Map(municipalities.list(db).map((one) => [one.code, one]));
	const stated = known.get(code ?? '');
	const { prefecture } = stated ?? {};
	const isKnown = outlines.list(db).prefectures.some((one) => one.code === prefecture?.code);
	if (!stated || !isKnown) return { is: 'unknown' };
	const { name } = stated;
	const found = known.get(outlines.municipalityAt(db, point) ?? '');
	if (found && agree(found, stated)) return { is: 'inside', name };
	const metres = outlines.metresTo(db, stated.code, point);
	if (metres !== null && metres <= outlines.tolerance) return { is: 'inside', name };
	const isElsewhere = found && found.prefecture.code !== stated.prefecture.code;
	const foundName = found ? (isElsewhere ? found.prefecture.name : '') + found.name : null;
	return { is: 'outside', name, found: foundName, metres };
}

/**
 * Where something with such an address may be: in the middle of public places with its postal code,
 * of its town, of its municipality, or of the municipality's outline. Nearest guess first.
 */
export function suggest(db: Database, stated: Statement): Suggested[] {
	const { postalCode, municipality, town } = stated;
	const guesses: Suggested[] = [];
	const add = (by: Suggested['by'], name: string, where: SQL) => {
		const middle = middleOf(db, where);
		if (middle) guesses.push({ by, name, ...middle });
	};
	if (postalCode) {
		add('postalCode', `〒${postalCode}`, sql`replace(v.postal_code, '-', '') = ${postalCode}`);
	}
	if (municipality === null) return guesses;
	const name = municipalities.nameOf(db, municipality);
	if (name === null) return guesses;
	const isThere = sql`v.municipality_code = ${municipality}`;
	if (town) add('town', name + town, sql`${isThere} AND v.town = ${town}`);
	add('municipality', name, isThere);
	const center = outlines.centerOf(db, municipality);
	if (center) guesses.push({ by: 'outline', name, count: 0, ...center });
	return guesses;
}

/** Of what anybody may find, so that nobody who is asked for a guess tells what is withheld. */
function middleOf(db: Database, where: SQL): (Point & { count: number }) | null {
	const row = db.get<{ latitude: number | null; longitude: number | null; count: number }>(sql`
		SELECT avg(v.latitude) AS latitude, avg(v.longitude) AS longitude, count(*) AS count
		FROM resources r JOIN revisions v ON v.id = r.current_revision_id
		WHERE v.precision = 'exact' AND v.latitude IS NOT NULL AND v.longitude IS NOT NULL
			AND r.withdrawn_at IS NULL AND ${isOnTheWeb} AND ${where}`);
	const { latitude = null, longitude = null, count = 0 } = row ?? {};
	return latitude === null || longitude === null ? null : { latitude, longitude, count };
}

export type LookUp =
	| { is: 'found'; places: Suggested[] }
	/** `refused`: that place is not to be told to anybody. */
	| { is: 'off' | 'refused' | 'unanswered' | 'too-many' };

/** Asks somebody else where an address is; never of a place that may not be shown exactly. */
export async function lookUp(
	db: Database,
	geocoder: Geocoder,
	{ municipality, town, street }: Statement,
	{ precision, by }: { precision: unknown; by: string }
): Promise<LookUp> {
	if (geocoder.host === null) return { is: 'off' };
	if (precision !== 'exact') return { is: 'refused' };
	const known = municipalities.list(db).find(({ code }) => code === municipality);
	const address = [known && known.prefecture.name + known.name, town, street];
	const found = await geocoder.find(address.filter(Boolean).join(''), by);
	if (!found) return { is: 'unanswered' };
	if (found === 'too-many') return { is: found };
	return { is: 'found', places: found.map((one) => ({ ...one, by: 'address', count: 0 })) };
}
