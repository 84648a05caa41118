import { beforeAll, describe, expect, test } from 'vitest';
import type { Content } from '#lib/domain/resource/content.ts';
import { formOf, pairsOf } from '#lib/domain/editing/form.ts';
import type { SentForm } from '#lib/domain/input/form.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import { submit } from '#lib/server/editing/submit.ts';
import * as staff from '#lib/server/staff/staff.ts';
import { cast } from '../../support/staff.ts';
import { now, places, world, type World } from '../../support/world.ts';

let here: World;
let people: Record<'editor' | 'partner', User>;
beforeAll(() => {
	here = world();
	const { editor, partner } = cast(here.db, { at: now });
	people = { editor: staff.findUser(here.db, editor)!, partner: staff.findUser(here.db, partner)! };
});

const sent = (
	who: 'editor' | 'partner',
	change: Partial<Content>,
	reason = '電話で聞いた',
	heard: (form: FormData) => SentForm = (form) => form
) => {
	const form = new FormData();
	const fields = formOf({ ...places.hidamari, ...change });
	for (const [name, value] of pairsOf(fields)) form.append(name, value);
	form.set('reason', reason);
	form.set('base', String(here.revisions.hidamari));
	const { db, region, ids } = here;
	const whose = { resourceId: ids.hidamari, regionId: region.id, user: people[who], at: now };
	return submit(db, { ...whose, form: heard(form) });
};

describe.each(['editor', 'partner'] as const)('What the %s sends', (who) => {
	test.each<[string, Partial<Content>]>([
		['categories', { categories: ['ibasho', 'no-such-place'] }],
		['audiences', { audiences: ['nobody'] }],
		['eases', { eases: { 'no-such-ease': 'yes' } }],
		['fee', { fee: 'gold' }],
		['serviceArea', { serviceArea: ['999999'] }],
		['location.municipality', { location: { ...places.hidamari.location, municipality: '999999' } }]
	])('with a choice of %s that does not exist is told so, and is no failure', (path, change) => {
		expect(sent(who, change)).toMatchObject({
			state: 'invalid',
			issues: [{ path, message: expect.stringContaining('選べるものにありません') as string }]
		});
	});

	test.each([
		['直し\u202eた', '3文字目に、使えない文字（文字の向きを変える文字）があります'],
		['直\u001bした', '2文字目に、使えない文字（制御文字）があります'],
		['あ'.repeat(501), '500文字までです。いまは501文字あります']
	])('with a reason that cannot be kept is refused for it', (reason, message) => {
		expect(sent(who, { feeNote: 'お茶代300円' }, reason)).toMatchObject({
			...{ state: 'invalid', reason },
			issues: [{ path: 'reason', message }]
		});
	});

	test('otherwise goes through, and is read once', () => {
		const asked: string[] = [];
		const counting = (form: FormData): SentForm => ({
			get: (name) => (asked.push(name), form.get(name)),
			getAll: (name) => form.getAll(name),
			keys: () => form.keys()
		});
		expect(sent(who, { feeNote: 'お茶代200円' }, undefined, counting)).toMatchObject({
			state: who === 'editor' ? 'saved' : 'proposed'
		});
		expect(asked.filter((name) => name === 'name' || name === 'feeNote')).toHaveLength(2);
	});
});
