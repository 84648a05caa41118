import { createTiles, type Tiles } from '#lib/server/regions/maps/tiles.ts';
import type { Environment } from '#lib/server/start/environment.ts';
import type { Log } from '#lib/server/web/log.ts';
import { dirname, join } from 'node:path';

/** The map's tiles as the environment wants them kept; the log tells when their source is gone. */
export const tilesOf = (environment: Environment, log: Log): Tiles =>
	createTiles({
		upstream: environment.TILES_UPSTREAM,
		attribution: environment.TILES_CREDIT,
		folder: environment.TILES_FOLDER ?? join(dirname(environment.DATABASE_FILE), 'tiles'),
		maxBytes: environment.TILES_MB * 1024 * 1024,
		days: environment.TILES_DAYS,
		changed: (isDead) => log('warn', { event: isDead ? 'tiles stopped' : 'tiles again' })
	});
