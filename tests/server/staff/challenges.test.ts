import { expect, test } from 'vitest';
import { draw, expected } from '#lib/server/staff/challenges.ts';
import { world } from '../../support/world.ts';

const at = new Date('2026-07-01T00:00:00Z');
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

test('no number of strangers who ask pushes out the question of somebody', () => {
	const { db } = world();
	const mine = textOf(draw(db, '', at));
	for (let i = 0; i < 5000; i++) draw(db, '', at);
	const answer = expected(db, '', later(60));
	expect(answer.isGood(mine)).toBe(true);
	expect(answer.spend()).toBe(true);
});

test('a question is answered once, soon, by whom it was asked and as it was asked', () => {
	const { db } = world();
	const mine = textOf(draw(db, 'a', at));
	expect(expected(db, 'b', at).isGood(mine)).toBe(false);
	expect(expected(world().db, 'a', at).isGood(mine)).toBe(false);
	expect(expected(db, 'a', later(301)).isGood(mine)).toBe(false);
	expect(expected(db, 'a', at).isGood('x')).toBe(false);
	const longer = Buffer.from(mine, 'base64url');
	longer[17]! ^= 1;
	expect(expected(db, 'a', at).isGood(longer.toString('base64url'))).toBe(false);

	const [first, second] = [expected(db, 'a', at), expected(db, 'a', at)];
	expect([first.isGood(mine), second.isGood(mine)]).toEqual([true, true]);
	expect([first.spend(), second.spend()]).toEqual([true, false]);
	expect(expected(db, 'a', at).isGood(mine)).toBe(false);
	expect(expected(db, 'a', at).spend(), 'nothing was good').toBe(false);
});
