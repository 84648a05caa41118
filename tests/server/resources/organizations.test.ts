import { expect, test } from 'vitest';
import * as organizations from '#lib/server/resources/organizations.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { content, now as at, world } from '../../support/world.ts';

test('Two groups of one name are told apart by a 法人番号', () => {
	const { db, region } = world();
	const add = (regionId: number, name: string, corporateNumber: string | null = null) =>
		resources.create(db, {
			...{ regionId, by: 'editor', at },
			content: content({ name, organization: { name: 'ひまわり会', corporateNumber } })
		});
	add(region.id, 'ひまわりの家');
	expect(organizations.named(db, ['ひまわり会']).ids).toHaveLength(1);
	add(regions.find(db, 'tokyo')!.id, '番号のあるひまわりの家', '7000012050002');
	expect(organizations.named(db, ['ひまわり会']).ids).toHaveLength(2);
});
