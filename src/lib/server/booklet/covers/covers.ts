import { coverOfPlace, coverOfRegion, type Cover } from '#lib/domain/reader/profile/cover.ts';
import { isResourceId } from '#lib/domain/reader/profile/public-resource.ts';
import type { Database } from '#lib/server/database/client.ts';
import { feedInTurn } from '#lib/server/exports/turns.ts';
import { holdings } from '#lib/server/listings/holdings.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { drawCover } from './drawing.ts';

/** What is on the picture of a region as it is now. */
export function ofRegion(db: Database, slug: string): Cover | undefined {
	const region = regions.find(db, slug);
	return region && coverOfRegion(region, holdings(db, { region: region.id }));
}

/** What is on the picture of a place whose page can be read now; as it was printed there is none. */
export function ofPlace(db: Database, id: string, now: Date): Cover | undefined {
	const found = isResourceId(id) ? resourcePages.find(db, id, { now }) : undefined;
	if (!found || found.gone) return undefined;
	return coverOfPlace(found.row, found.region);
}

/** A PNG; the same one is drawn once for all who wait for it. */
export const drawn = (db: Database, cover: Cover): Promise<Buffer> =>
	feedInTurn(db, ['cover', cover], () => drawCover(cover));
