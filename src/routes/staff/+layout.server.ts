import { deed } from '#lib/domain/labels/acts.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import { pagesFor } from '#lib/server/web/admission.ts';
import * as readOnly from '#lib/server/web/read-only.ts';
import { undoable } from '#lib/server/editing/undo/undo.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { db, user, geocoder, now } }) => ({
	/** Whom a form may ask where an address is; null where nobody is asked. */
	geocoder: geocoder.host,
	closed: readOnly.sentenceOf(db),
	user: user && { id: user.id, name: user.name, role: user.role },
	/** What the user did last, where it can be taken back. */
	undoable: user && toBeUndone(db, user, now),
	pages: user ? pagesFor(user.role) : []
});

function toBeUndone(db: Database, user: User, now: Date) {
	const found = undoable(db, user, now);
	return found && { id: found.id, did: deed(found.name, found.action) };
}
