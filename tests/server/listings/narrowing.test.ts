import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { select } from '#lib/domain/listing/catalogue.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { catalogue } from '#lib/server/search/catalogue.ts';
import { askedOf, wideningsOf } from '../../support/narrowing.ts';
import { copy, sample } from '../../support/seeds.ts';

const db = copy(sample);
const here = catalogue(db, { region: regions.find(db, 'sakura')!.id });

const totalOf = (query: string) => select(here, parseFilter(new URLSearchParams(query)), []).total;

describe('A filter', () => {
	it.each([
		['a region', here],
		['everything', catalogue(db, 'everything')]
	])('of %s finds no more with a further choice, and as many as is told beside it', (_, all) => {
		fc.assert(
			fc.property(askedOf(all), (filter) => {
				expect(wideningsOf(all, filter)).toEqual([]);
			}),
			{ numRuns: 60 }
		);
	});

	it('asks for every ease that is chosen, and for one of the choices elsewhere', () => {
		const [booked, unnamed] = [totalOf('ease=no-booking'), totalOf('ease=anonymous')];
		const both = totalOf('ease=no-booking&ease=anonymous');
		expect(both).toBeGreaterThan(0);
		expect(both).toBeLessThan(Math.min(booked, unnamed));
		const [ibasho, family] = [totalOf('category=ibasho'), totalOf('category=family')];
		const either = totalOf('category=ibasho&category=family');
		expect(either).toBeGreaterThan(Math.max(ibasho, family));
	});
});
