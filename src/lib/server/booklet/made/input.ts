import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import { choiceKey, type BookletChoice } from '#lib/domain/booklet/made.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { templatesFolder } from '#lib/server/booklet/typesetting/compile.ts';

/**
 * Of a whole booklet; with `inputOf` for each form. Pictures count by their own hashes, and words that no edition of
 * before had only where there are some: what was kept of those stays theirs.
 */
export const digestOf = (booklet: Booklet): string => sha256(JSON.stringify(booklet, counted));

const counted = (key: string, value: unknown): unknown =>
	key === 'bytes' || (key === 'licence' && value === null) ? undefined : value;

/** SHA-256 of all that decides what is printed, but for the program and its templates. */
export const inputOf = (digest: string, choice: BookletChoice): string =>
	sha256(`${digest} ${choiceKey(choice)}`);

/** SHA-256 of the templates, which an operator may change while the app runs. */
export function templatesDigest(folder = templatesFolder()): string {
	const hash = createHash('sha256');
	for (const name of globSync('**/*.typ', { cwd: folder }).sort()) {
		hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
	}
	return hash.digest('hex');
}
