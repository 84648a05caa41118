import { expect, test } from 'vitest';
import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as staffEditions from '#lib/server/editions/staff-view.ts';
import { staffFile } from '#lib/server/exports/staff.ts';
import { copy, sample } from '../../support/seeds.ts';
import { now } from '../../support/world.ts';

const user = { id: 'tanaka', name: '田中', role: 'admin', regions: 'all' } as unknown as User;

const taken = (db: Database, year: string | undefined, query: string) =>
	staffFile(
		db,
		{ slug: 'sakura', ...(year === undefined ? {} : { year }) },
		{ user, now, query: new URLSearchParams(query), form: 'csv', origin: 'https://example.jp' }
	);

test('what staff take out is in the log, with how much it was and of what', async () => {
	const db = copy(sample);
	const whole = await taken(db, undefined, '');
	const edition = await taken(db, '2026', '');
	const { id } = staffEditions.find(db, { slug: 'sakura', year: '2026' })!;
	const noted = db.$client
		.prepare("SELECT action, actor, subject_id, details FROM audit WHERE action LIKE '%.export'")
		.all() as { action: string; actor: string; subject_id: string; details: string }[];
	expect(noted.map((one) => ({ ...one, details: JSON.parse(one.details) as unknown }))).toEqual([
		{
			...{ action: 'region.export', actor: 'tanaka', subject_id: 'sakura' },
			details: { rows: whole.rows }
		},
		{
			...{ action: 'edition.export', actor: 'tanaka', subject_id: String(id) },
			details: { rows: edition.rows }
		}
	]);
});

test('a list of staff as a file is narrowed as the list is', async () => {
	const db = copy(sample);
	const whole = await taken(db, undefined, '');
	const some = await taken(db, undefined, 'category=ibasho');
	const hidden = await taken(db, undefined, 'state=hidden');
	expect(some.rows).toBeGreaterThan(0);
	expect(some.rows).toBeLessThan(whole.rows);
	expect(hidden.rows).toBe(2);
	expect(some.selection.about.condition).toBe('一覧で絞り込んだものだけです。');
	const left = await taken(db, '2026', 'progress=left');
	const all = await taken(db, '2026', '');
	expect(left.rows).toBeLessThan(all.rows);
	expect(all.selection.about.condition).toBeNull();
});
