import { expect, test } from 'vitest';
import { ageOf, createResponseCache } from '#lib/server/web/response-cache.ts';
import { turnOf } from '#lib/server/contents/turns.ts';
import { world } from '../../support/world.ts';

test('an answer is kept until something shown begins or ends, and no longer', () => {
	const { db } = world();
	const answers = createResponseCache(100_000);
	const at = (time: string) => new Date(`2026-11-28T${time}+09:00`);
	const keep = (time: string) =>
		answers.set(db, at(time), '/', ageOf(db, at(time)), {
			...{ headers: [], etag: time, body: Buffer.alloc(1) }
		});
	keep('13:00');
	expect(answers.get(db, at('13:59'), '/')?.etag).toBe('13:00');
	expect(answers.get(db, at('14:00'), '/')).toBeUndefined();
	keep('14:00');
	expect(answers.get(db, at('15:59'), '/')?.etag).toBe('14:00');
	expect(answers.get(db, at('16:00'), '/')).toBeUndefined();
});

test('one that was made before a turn is not kept after it', () => {
	const { db } = world();
	const answers = createResponseCache(100_000);
	const [before, after] = ['15:59', '16:00'].map((at) => new Date(`2026-11-28T${at}+09:00`));
	const made = ageOf(db, before!);
	answers.set(db, after!, '/', made, { headers: [], etag: 'a', body: Buffer.alloc(1) });
	expect(answers.get(db, after!, '/')).toBeUndefined();
});

test('the times between two turns are one', () => {
	const { db } = world();
	const turn = (at: string) => turnOf(db, { on: '2026-11-28', at });
	expect(turn('14:00')).toBe(turn('15:59'));
	expect(new Set(['13:59', '14:00', '16:00'].map(turn)).size).toBe(3);
});
