import { expect, test } from 'vitest';
import type { ActionFailure } from '@sveltejs/kit';
import type { ResourceFields } from '#lib/domain/editing/form.ts';
import { mayPreview, mostPreviews, tooManyPreviews } from '#lib/server/editing/previews.ts';
import { actions as ofNew } from '../../../src/routes/staff/regions/[slug]/resources/new/+page.server.ts';
import { actions } from '../../../src/routes/staff/resources/[id]/+page.server.ts';
import { now, world } from '../../support/world.ts';

const { db } = world();
const id = db.$client.prepare('SELECT id FROM resources ORDER BY id LIMIT 1').pluck().get();
const editor = { id: 'editor', role: 'editor', regions: [] };

const typed = () => {
	const form = new FormData();
	form.append('name', '書きかけの会');
	form.append('schedules.0.text', '毎週木曜 14時');
	form.append('read', '0');
	return form;
};
const eventOf = (user: object, params: object) =>
	({
		request: new Request('http://localhost/', { method: 'POST', body: typed() }),
		params,
		locals: { db, user, now }
	}) as never;
type Answer = ActionFailure<{ fields: ResourceFields; issues: unknown[] }>;

test('an account that has had its previews of the minute gets its words back, and no more', async () => {
	const allowed: boolean[] = [];
	for (let one = 0; one <= mostPreviews; one++) allowed.push(await mayPreview(db, editor));
	expect(allowed.indexOf(false)).toBe(mostPreviews);

	const before = db.$client.prepare('SELECT count(*) FROM drafts').pluck().get();
	const region = db.$client.prepare('SELECT slug FROM regions ORDER BY id LIMIT 1').pluck().get();
	for (const refused of [
		await actions.look!(eventOf(editor, { id })),
		await ofNew.look!(eventOf(editor, { slug: region }))
	] as unknown as Answer[]) {
		expect(refused.status).toBe(429);
		expect(refused.data.issues).toEqual([tooManyPreviews]);
		expect(refused.data.fields).toMatchObject({ name: '書きかけの会' });
		expect(refused.data.fields.schedules[0]).toMatchObject({ text: '毎週木曜 14時', days: [] });
	}
	expect(db.$client.prepare('SELECT count(*) FROM drafts').pluck().get()).toBe(before);
});

test('what one account has used up is there for another', async () => {
	for (let one = 0; one <= mostPreviews; one++) await mayPreview(db, { id: 'busy' });
	expect(await mayPreview(db, { id: 'busy' })).toBe(false);
	expect(await mayPreview(db, { id: 'other' })).toBe(true);
});
