import type { User } from '#lib/domain/staff.ts';
import type { Database } from '#lib/server/database.ts';
import type { Tiles } from '#lib/server/tiles.ts';

declare global {
	namespace App {
		interface Locals {
			db: Database;
			/** When the request came in. What a page shows may depend on its date in Japan only. */
			now: Date;
			tiles: Tiles;
			/** Who is signed in, on staff pages; elsewhere nobody asks. */
			user: User | null;
			requestId: string;
			/** Set by a page whose address carries the hash of what it shows: it never changes. */
			frozen?: boolean;
			/** Set by `handleError`. */
			failure?: 'broken' | 'busy';
		}

		interface Error {
			message: string;
			requestId?: string;
		}
	}
}
