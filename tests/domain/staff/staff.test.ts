import { expect, test } from 'vitest';
import { regionsOf } from '#lib/domain/staff/staff.ts';

test.each([
	['admin', [1], 'all'],
	['editor', [1], [1]],
	['editor', 'all', 'all'],
	['editor', [], []]
] as const)('%s with the regions %j edits in %j', (role, regions, found) => {
	expect(regionsOf({ role, regions: regions === 'all' ? 'all' : [...regions] })).toEqual(found);
});
