import { describe, expect, it } from 'vitest';
import type { InHand } from '#lib/domain/booklet/papers/pages.ts';
import { errataInHand } from '#lib/server/booklet/papers/errata-in-hand.ts';
import type { PagesOf } from '#lib/server/booklet/papers/pages.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { canary, now, places, world, type World } from '../../../support/world.ts';

const at = new Date('2026-09-30T20:00:00Z');
const by = 'editor';

/** Hidamari and the room of the moon on page 6, the family's on 8, all before page 20. */
const pages: PagesOf = () => ({ pages: 20, pageOf: { 1: 6, 2: 6, 4: 8, 5: 9, 6: 9, 7: 9 } });

function asking({ db }: World) {
	const edition = editions.findByName(db, 'gunma-2026')!;
	return (asked: Omit<InHand, 'layout'>, made: PagesOf = pages) =>
		errataInHand(db, edition, { ...asked, layout: 'a5' }, { now, pages: made });
}

const rename = ({ db, ids }: World, key: keyof typeof places, name: string) =>
	resources.revise(db, ids[key], { content: { ...places[key], name }, by, at });

describe('What a reader with a booklet in hand is told', () => {
	it('is what changed of the entries of that page, and of no other', () => {
		const made = world();
		const number = numbersOf(made);
		rename(made, 'hidamari', 'ひだまりの家');
		rename(made, 'online', 'ほしぞら会');
		const ask = asking(made);
		const found = ask({ by: 'page', at: 6 }, () => ({
			pages: 20,
			pageOf: { [number('hidamari')]: 6, [number('online')]: 9 }
		}));
		expect(found).toMatchObject({
			found: {
				title: '6ページ',
				entries: `${number('hidamari')}番`,
				errata: [{ name: 'ひだまりの家', since: '2026年10月1日' }],
				calm: null
			}
		});
		expect(JSON.stringify(found)).not.toContain('ほしぞら');
	});

	it('is calm, with the day, where nothing changed', () => {
		expect(asking(world())({ by: 'page', at: 6 })).toMatchObject({
			found: {
				errata: [],
				calm: 'この紙面には、変わったところはありません（2026年11月22日現在）。'
			}
		});
	});

	it('is that an entry was withdrawn, by its number alone', () => {
		const made = world();
		const number = numbersOf(made)('hidamari');
		resources.withdraw(made.db, made.ids.hidamari, { by, at, reason: '本人の希望' });
		const found = asking(made)({ by: 'page', at: 6 }, () => ({
			pages: 20,
			pageOf: { [number]: 6 }
		}));
		expect(found).toMatchObject({
			found: { errata: [], struck: [`${number}番 取り下げられました`], calm: null }
		});
		expect(JSON.stringify(found)).not.toContain('ひだまり');
	});

	it('is nothing of what is on paper alone, or was hidden since', () => {
		const made = world();
		rename(made, 'kamidake', `いまの${canary('紙だけ')}`);
		resources.revise(made.db, made.ids.hidamari, {
			content: {
				...places.hidamari,
				precision: 'private',
				phones: places.hidamari.phones.map((phone) => ({ ...phone, visibility: 'staff' as const }))
			},
			...{ by, at }
		});
		const ask = asking(made);
		const all = [6, 8, 9].map((page) => ask({ by: 'page', at: page }));
		expect(JSON.stringify(all)).not.toMatch(/カナリア|桜木町|000-111-2222/);
	});

	it('goes by the number of an entry too, without a booklet', () => {
		const made = world();
		const number = numbersOf(made)('hidamari');
		rename(made, 'hidamari', 'ひだまりの家');
		expect(asking(made)({ by: 'number', at: number }, () => null)).toMatchObject({
			found: { title: `${number}番`, entries: '', errata: [{ name: 'ひだまりの家' }] }
		});
	});

	it('is a sentence where there is no such page, number or booklet', () => {
		const ask = asking(world());
		expect(ask({ by: 'page', at: 21 })).toEqual({
			issue: 'この冊子は20ページまでです。1から20までの数字で入れてください。'
		});
		expect(ask({ by: 'number', at: 99999 })).toEqual({
			issue: expect.stringMatching(
				/^2026年度版の番号は\d番までです。1から\dまでの数字で入れてください。$/
			) as string
		});
		expect(ask({ by: 'page', at: 6 }, () => null)).toEqual({
			issue:
				'2026年度版のこの形の冊子は、まだここでつくられていません。ページの代わりに、「15番」のように掲載の番号を入れてください。'
		});
	});

	it('says so of a page without entries, and of one into which an entry may go on', () => {
		const ask = asking(world());
		expect(ask({ by: 'page', at: 2 })).toMatchObject({
			found: { entries: '', notes: ['このページには、掲載は載っていません。'] }
		});
		expect(ask({ by: 'page', at: 7 })).toMatchObject({
			found: {
				entries: '2番',
				notes: [
					'このページからはじまる掲載はありません。前のページから続く2番のことをお知らせします。'
				]
			}
		});
	});
});

const numbersOf = ({ db, ids }: World) => {
	const read = db.$client
		.prepare<[string], number>(
			'SELECT e.number FROM entries e JOIN editions d ON d.id = e.edition_id WHERE d.year = 2026 AND e.resource_id = ?'
		)
		.pluck();
	return (key: keyof typeof places) => read.get(ids[key])!;
};
