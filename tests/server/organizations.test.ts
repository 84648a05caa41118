import { expect, test } from 'vitest';
import * as organizations from '#lib/server/organizations.ts';
import * as regions from '#lib/server/regions.ts';
import * as resources from '#lib/server/resources.ts';
import { content, now as at, world } from '../support/world.ts';

test('Two groups of one name in two regions are told apart in numbers, and by a 法人番号', () => {
	const { db, region } = world();
	const add = (regionId: number, name: string, corporateNumber: string | null = null) =>
		resources.create(db, {
			...{ regionId, by: 'editor', at },
			content: content({ name, organization: { name: 'ひまわり会', corporateNumber } })
		});
	const reached = () =>
		organizations.reached(db, organizations.named(db, ['ひまわり会']).ids).map(Object.values);
	const elsewhere = regions.find(db, 'tokyo')!;
	add(region.id, 'ひまわりの家');
	add(region.id, 'ひまわりの電話');
	add(elsewhere.id, '別のひまわりの家');
	expect(reached()).toEqual([
		['ひまわり会', region.name, 2],
		['ひまわり会', elsewhere.name, 1]
	]);
	add(elsewhere.id, '番号のあるひまわりの家', '7000012050002');
	expect(organizations.named(db, ['ひまわり会']).ids).toHaveLength(2);
});
