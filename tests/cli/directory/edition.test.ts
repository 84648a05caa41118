import { expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import { operator } from '../../support/directory.ts';
import { now as at, world } from '../../support/world.ts';

test('a round that is being checked is not published past its 校了', async () => {
	const { database, directory } = operator();
	const { db, region } = world(database);
	editions.openFrom(db, { regionId: region.id, year: 2027, by: 'editor', at });
	close(db);
	const { status, stderr } = await directory('edition', 'publish', '--year', '2027');
	expect(status).toBe(2);
	expect(stderr).toContain(`${region.name} 2027年度」は確認中です`);
});
