import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { bytes } from './formats.ts';
import { now } from './world.ts';

/** Where the file of a test goes, and how, when the test says nothing else. */
export const options: previews.Options = {
	...{ region: 'gunma', year: null, category: 'ibasho', way: 'revision', asOf: null, choices: {} }
};

/** The preview of a file of these lines, which nobody has read yet. */
export function sendFile(
	db: Database,
	user: User,
	lines: string[],
	more: Partial<previews.Options> = {}
): string {
	const file = { name: 'town.csv', bytes: bytes(lines.join('\n')) };
	const started = previews.start(db, user, file, { ...options, ...more }, now);
	if ('problem' in started) throw new Error(started.problem);
	return started.id;
}

/** The preview of a file of these lines, read and compared. */
export async function lookAtFile(
	db: Database,
	user: User,
	lines: string[],
	more: Partial<previews.Options> = {}
): Promise<string> {
	const id = sendFile(db, user, lines, more);
	await previews.make(db, user, id, { at: now });
	return id;
}
