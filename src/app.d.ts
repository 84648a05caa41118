import type { IncomingMessage } from 'node:http';
import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import type { Care } from '#lib/server/search/crisis.ts';
import type { Entrance } from './hooks/entrance.ts';
import type { Log } from '#lib/server/web/log.ts';
import type { Mail } from '#lib/server/staff/mail.ts';
import type { Geocoder } from '#lib/server/regions/maps/geocoding.ts';
import type { Tiles } from '#lib/server/regions/maps/tiles.ts';

declare global {
	namespace App {
		interface Locals {
			db: Database;
			/** When all of the request had come in. What a page shows may depend on its date in Japan only. */
			now: Date;
			/** Whom somebody in danger may reach. */
			care: Care;
			tiles: Tiles;
			geocoder: Geocoder;
			/** Who is signed in, on staff pages; elsewhere nobody asks. */
			user: User | null;
			/** On staff pages: how one enters and leaves. */
			entrance: Entrance;
			/** As readers see it, `https://example.jp`: absolute links are made of it alone. */
			origin: string;
			/** null where no mail server is set up. */
			mail: Mail | null;
			requestId: string;
			/**
			 * HTML for the head of a page, where programs find the same: no script of the page needs it, so that
			 * it is not sent as data too.
			 */
			head?: string;
			/** Path of the picture beside a link to the page, where it has one of its own. */
			cover?: string;
			/** Set where the address carries the version of an outline: it never changes, and nobody can hide it. */
			frozen?: boolean;
			/** Set by `handleError`. */
			failure?: 'broken' | 'busy' | 'erased' | 'revoked';
			/** What broke, to be logged if it is not done again. */
			faults?: Parameters<Log>[1][];
			/** Beside it: what a person is told. */
			failureSentence?: string;
		}

		interface Platform {
			/** As Node has it; nothing where the app is being developed. */
			req?: IncomingMessage;
		}

		interface Error {
			message: string;
			requestId?: string;
			/** Where a year was asked for that its region has no edition of: what it has. */
			ways?: { href: string; words: string }[];
		}
	}
}
