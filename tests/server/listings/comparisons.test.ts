import { describe, expect, it } from 'vitest';
import { comparisonOf, type Comparison } from '#lib/domain/reader/comparison/comparison.ts';
import {
	namesIn,
	resourceIn,
	type RegionResources
} from '#lib/domain/reader/offline/region-resources.ts';
import { japanMoment } from '#lib/domain/calendar/calendar.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import * as comparisons from '#lib/server/listings/comparisons.ts';
import * as regionResources from '#lib/server/listings/region-resources.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { content, now, world } from '../../support/world.ts';

const { db, ids, region } = world();
const find = (...some: string[]) => comparisons.find(db, some, now);
const cells = ({ rows }: Comparison, title: string) =>
	rows.find((row) => row.title === title)?.cells;

describe('places side by side', () => {
	it('answer the same questions in the order in which they were asked for', () => {
		const { comparison, issues } = find(ids.shigoto, ids.hidamari);
		expect(issues).toEqual([]);
		expect(comparison.places.map(({ id }) => id)).toEqual([ids.shigoto, ids.hidamari]);
		expect(comparison.rows.every(({ cells }) => cells.length === 2)).toBe(true);
		expect(cells(comparison, '費用')![1]).toEqual({ lines: ['無料（お茶代100円）'] });
		expect(cells(comparison, 'いつ')![1]!.lines).toContain('次は：11月28日（土）14:00〜16:00');
		expect(comparison.unknown).toContain('つなぎ方');
	});

	it('stand with each ease at the same height, whoever has answered it', () => {
		const other = content({ name: '庭の会', eases: { anonymous: 'yes', 'no-booking': 'no' } });
		const { resourceId: id } = resources.create(db, {
			...{ regionId: region.id, content: other, by: 'editor', at: now }
		});
		const [first, second] = cells(find(ids.hidamari, id).comparison, '参加しやすさ')!;
		expect(first!.eases).toHaveLength(4);
		expect(second!.eases).toHaveLength(4);
		expect(second!.eases![0]).toEqual({ answer: 'no', label: '予約が必要' });
		expect(first!.eases!.filter(({ answer }) => answer === 'unknown')).toHaveLength(1);
	});

	it('keep to themselves what they keep elsewhere', () => {
		for (const id of Object.values(ids)) {
			const told = JSON.stringify(find(id, ids.hidamari));
			expect(told).not.toContain('カナリア');
			expect(told).not.toContain('36.987654');
		}
	});

	it('are as many as fit, each once, and it is said what is missing', () => {
		const gone = resources.create(db, {
			...{ regionId: region.id, content: content({ name: '去った会' }), by: 'editor', at: now }
		}).resourceId;
		life.withdraw(db, gone, { by: 'editor', at: now, reason: '辞退' });
		const { comparison, issues } = find(gone, ids.hidamari, ids.kamidake);
		expect(comparison.places.map(({ id }) => id)).toEqual([ids.hidamari]);
		expect(issues).toEqual(['2か所は、いまは載っていません。']);
		expect(JSON.stringify([comparison, issues])).not.toContain('去った会');
		const many = [ids.kazoku, ids.online, ids.shigoto, ids.tsuki, ids.hidamari, gone];
		expect(find(...many).comparison.places).toHaveLength(5);
		expect(find(...many).issues).toEqual([expect.stringContaining('はじめの5か所') as string]);
	});

	it('are the same when a device puts them together', () => {
		const some = [ids.hidamari, ids.tsuki, ids.online];
		const file = JSON.parse(
			JSON.stringify(regionResources.file(db, region, now))
		) as RegionResources;
		const names = namesIn(file);
		const moment = japanMoment(now);
		const sources = some.map((id) => {
			const resource = file.resources.find((one) => one.id === id)!;
			return { resource: resourceIn(file, resource, moment, names), names };
		});
		expect(comparisonOf(sources, moment.on)).toEqual(find(...some).comparison);
	});
});
