import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';

/** Nobody reads two of them a second. */
export const mostPreviews = 120;

const limits = cachedByDatabase(
	() => new RateLimiterMemory({ points: mostPreviews, duration: 60, keyPrefix: 'preview' })
);

/** Whether an account may have one more preview in this minute. */
export const mayPreview = (db: Database, { id }: { id: string | number }): Promise<boolean> =>
	limits(db)
		.consume(String(id))
		.then(
			() => true,
			() => false
		);

export const tooManyPreviews = {
	path: 'schedules',
	message: `見なおしは、1分に${mostPreviews}回までです。書いたものは残っています。1分ほど待って、もう一度押してください`
};
