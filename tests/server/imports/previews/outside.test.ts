import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#lib/server/database/client.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import { lookAtFile } from '../../../support/previews.ts';
import { cast, type Cast } from '../../../support/staff.ts';
import { now, world } from '../../../support/world.ts';

let db: Database;
let people: Cast;

beforeEach(() => {
	({ db } = world());
	people = cast(db, { at: now });
});

const user = () => findUser(db, people.editor)!;
const lines = [
	'名前,区分,市区町村',
	'遠いひろば,居場所,長野県茅野市',
	'遠い相談室,居場所,長野県茅野市',
	'近いひろば,居場所,群馬県高崎市'
];

describe('A row of another region', () => {
	it('is told with all of its kind before anything is decided, and waits', async () => {
		const id = await lookAtFile(db, user(), lines);
		const { result } = previews.find(db, user(), id)!;
		expect(result!.counts).toMatchObject({ rows: 3, new: 1, outside: 2, undecided: 2 });
		expect(result!.warnings[0]!.message).toMatch(
			/^3件のうち2件は、この地域（.+）の市区町村ではありません。$/
		);
		const refused = await previews.commit(db, user(), id, { at: now });
		expect(refused).toMatchObject({ state: 'refused' });
	});

	it('comes in where somebody says so, and stays out where they say that', async () => {
		const id = await lookAtFile(db, user(), lines);
		const decide = (places: number[], is: 'take' | 'skip') =>
			previews.decide(db, user(), id, { places }, { is });
		expect(decide([0], 'take')).toEqual({ decided: 1 });
		expect(decide([1], 'skip')).toEqual({ decided: 1 });
		expect(await previews.commit(db, user(), id, { at: now })).toMatchObject({ state: 'written' });
		const names = db.$client.prepare('SELECT name FROM revisions').pluck().all();
		expect(names).toContain('遠いひろば');
		expect(names).toContain('近いひろば');
		expect(names).not.toContain('遠い相談室');
	});
});
