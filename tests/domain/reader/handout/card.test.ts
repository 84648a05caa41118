import { describe, expect, it } from 'vitest';
import { cardOf } from '#lib/domain/reader/handout/card.ts';
import type { Handout } from '#lib/domain/reader/handout/contents.ts';
import * as handouts from '#lib/server/listings/handouts.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { fullest } from '../../../support/fullest.ts';
import { now, places, world } from '../../../support/world.ts';

const { db, ids, region } = world();
const found = (id: string) =>
	handouts.find(db, id, { now, origin: 'https://shiori.example.jp' }) as Handout;

describe('a card', () => {
	it('says when, where, for how much and how to get in touch, and has a sentence to show', () => {
		const { rows, say, amount } = cardOf(found(ids.hidamari));
		expect(rows.map(({ words }) => words)).toEqual([
			'第2・第4土曜 14時〜16時',
			'〒370-0001 高崎市桜木町1-2-3 日だまりビル2階',
			'無料',
			'hidamari@example.jp',
			'000-111-2222'
		]);
		expect(say).toMatchObject({ title: 'この紙を見せるだけでも' });
		expect(amount).toBe('few');
	});

	it('does not show a sentence at a place that is nowhere', () => {
		expect(cardOf(found(ids.online)).say!.title).toBe('はじめのひとこと');
	});

	it('grows smaller, and then says less, the more there is', () => {
		const { resourceId } = resources.create(db, {
			regionId: region.id,
			content: { ...fullest, location: places.hidamari.location },
			by: 'editor',
			at: now
		});
		const { amount, lines, notice } = cardOf(found(resourceId));
		expect(amount).not.toBe('few');
		expect([...lines, notice].join('').length).toBeLessThan(160);
	});
});
