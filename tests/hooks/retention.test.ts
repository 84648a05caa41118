import { expect, test, vi } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { retain } from '../../src/hooks/retention.ts';
import { world } from '../support/world.ts';

test('Old files that cannot be dropped are told to the log, and stop no start', () => {
	const { db } = world();
	db.$client.exec('DROP TABLE import_files');
	const log = vi.fn();
	retain(db, 400, log);
	expect(log).toHaveBeenCalledWith('error', expect.objectContaining({ event: 'retention' }));
	close(db);
});
