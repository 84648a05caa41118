import path from 'node:path';
import { expect, test } from 'vitest';
import { examine, kill, plant, works } from '../../support/crash/kill.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** 200 times: `npm run bench -- crash`. */
const times = 4;

test(
	'whoever is killed while saving, locking or publishing leaves nothing half done and loses nothing that was said',
	{ timeout: 300_000 },
	async () => {
		const file = path.join(temporaryFolder(), 'bookmark.db');
		plant(file);
		let turn = 0;
		const random = () => (turn++ * 0.618) % 1;
		for (let time = 0; time < times; time++) {
			for (const work of works) {
				const killed = await kill(file, work, random);
				expect(examine(file, killed)).toEqual([]);
			}
		}
	}
);
