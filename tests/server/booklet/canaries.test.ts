import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookletChannels, type BookletChannel } from '#lib/domain/booklet/booklet.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { collect } from '#lib/server/booklet/collecting/collect.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { anyContent } from '../../support/any-content.ts';
import { canary, now, places, world } from '../../support/world.ts';

const origin = 'https://bookmark.example.jp';
const at = new Date('2026-11-23T03:00:00Z');
const act = { by: 'editor', at, reason: '本人の希望' };

const textOf = (db: Database, id: number, channel: BookletChannel) =>
	JSON.stringify(collect(db, id, { channel, origin }));

const told: Content = {
	...places.hidamari,
	name: 'にじの部屋',
	summary: `ゆずりは町の${canary('番地')}にあります`,
	access: canary('行き方'),
	phones: [
		{ kind: 'voice', number: '000-777-1234', label: null, visibility: 'public' },
		{ kind: 'voice', number: '000-888-1234', label: canary('紙の電話'), visibility: 'paper' }
	],
	contacts: [{ kind: 'mail', value: 'kami@example.jp', label: null, visibility: 'paper' }],
	location: {
		...places.hidamari.location,
		town: 'ゆずりは町',
		street: canary('番地'),
		postalCode: '370-8888'
	}
};

/** A published edition that printed it, of which somebody has saved another content since. */
function printedWith(change: Partial<Content> | null) {
	const { db, region } = world();
	const regionId = region.id;
	const made = resources.create(db, { regionId, content: told, by: 'editor', at: now });
	const id = editions.open(db, { regionId, year: 2027, by: 'editor', at: now });
	editions.pin(db, id, made);
	editions.publish(db, id, { by: 'editor', at: now });
	if (change) {
		const now = { ...told, summary: null, ...change };
		resources.revise(db, made.resourceId, { content: now, by: 'editor', at });
	}
	return { db, id, resource: made.resourceId };
}

describe('What nobody may see', () => {
	it('is in neither channel of an edition: what is for staff, and places that are withheld', () => {
		const { db } = world();
		const { id } = editions.find(db, { region: 'gunma', year: 2026 })!;
		const paper = textOf(db, id, 'paper');
		const allowed = paper
			.replaceAll(canary('紙だけの場所'), '')
			.replaceAll(canary('冊子用電話'), '');
		expect(allowed).not.toMatch(/カナリア|370-9999|36\.98|139\.12|36\.45|139\.23/);
		expect(textOf(db, id, 'web')).not.toMatch(/カナリア|370-9999|36\.98|139\.12|36\.45|139\.23/);
	});

	it('for paper alone is on paper, and in nothing that can be downloaded', () => {
		const { db, id } = printedWith(null);
		const forPaper = [canary('紙の電話'), '000-888-1234', 'kami@example.jp'];
		const [paper, web] = (['paper', 'web'] as const).map((one) => textOf(db, id, one));
		for (const value of forPaper) {
			expect(paper).toContain(value);
			expect(web).not.toContain(value);
		}
		expect(web).not.toContain('0008881234');
		expect(web).toContain('000-777-1234');
	});

	it('and agreed to be on paper alone has no page to lead to, and is on no other list', () => {
		const { db } = world();
		const { id } = editions.find(db, { region: 'gunma', year: 2026 })!;
		const { booklet } = collect(db, id, { channel: 'paper', origin });
		const entry = booklet.chapters
			.flatMap(({ entries }) => entries)
			.find(({ kana }) => kana === 'かみだけ')!;
		expect(entry.address).toBeNull();
		expect(collect(db, id, { channel: 'web', origin }).booklet.struck).toEqual([]);
	});

	describe.each(bookletChannels)('since it was printed, in the channel %s', (channel) => {
		it('is not told once the place is not exact any more', () => {
			const { db, id } = printedWith({ precision: 'municipality', phones: [], contacts: [] });
			const text = textOf(db, id, channel);
			expect(text).toContain('にじの部屋');
			expect(text).not.toMatch(/カナリア|370-8888|ゆずりは|桜木町|36\.32|000-?777|kami@/);
		});

		it('is not told once its numbers are for staff', () => {
			const phones = told.phones.map((one) => ({ ...one, visibility: 'staff' as const }));
			const contacts = told.contacts.map((one) => ({ ...one, visibility: 'staff' as const }));
			const { db, id } = printedWith({ phones, contacts });
			expect(textOf(db, id, channel)).not.toMatch(/000-?777|000-?888|kami@/);
		});

		it('is not told once one number for paper alone is for staff', () => {
			const [open, paper] = told.phones;
			const { db, id } = printedWith({ phones: [open!, { ...paper!, visibility: 'staff' }] });
			const text = textOf(db, id, channel);
			expect(text).toContain('000-777-1234');
			expect(text).not.toMatch(/000-?888|カナリア-紙の電話/);
		});

		it('leaves its number alone once it was withdrawn, and is back once it is', () => {
			const { db, id, resource } = printedWith(null);
			const before = textOf(db, id, channel);
			life.withdraw(db, resource, act);
			const { booklet, warnings } = collect(db, id, { channel, origin });
			expect(JSON.stringify({ booklet, warnings })).not.toMatch(
				/にじの部屋|カナリア|370-8888|000-777/
			);
			expect(booklet.struck).toEqual([{ number: 1, words: '取り下げられました' }]);
			expect(booklet.chapters).toEqual([]);
			life.reinstate(db, resource, act);
			expect(textOf(db, id, channel)).toBe(before);
		});

		it('leaves its number alone once it does not agree to be on paper any more', () => {
			const consents = told.consents.filter((consent) => consent.channel === 'web');
			const { db, id } = printedWith({ consents });
			const { booklet, warnings } = collect(db, id, { channel, origin });
			expect(JSON.stringify({ booklet, warnings })).not.toMatch(/にじの部屋|カナリア|000-777/);
			expect(booklet.struck).toEqual([{ number: 1, words: '冊子への掲載を取りやめました' }]);
		});
	});

	it('once it does not agree to be on the web any more, stays on paper, without a page', () => {
		const consents = told.consents.filter(({ channel }) => channel === 'paper');
		const { db, id } = printedWith({ consents });
		const web = collect(db, id, { channel: 'web', origin });
		expect(JSON.stringify(web)).not.toMatch(/にじの部屋|カナリア|000-777/);
		expect(web.booklet.struck).toEqual([{ number: 1, words: 'ウェブへの掲載を取りやめました' }]);
		const paper = collect(db, id, { channel: 'paper', origin });
		expect(paper.booklet.chapters[0]!.entries).toMatchObject([{ address: null }]);
	});

	it('a number that was for paper and is for everybody now has been hidden by nobody', () => {
		const phones = told.phones.map((one) => ({ ...one, visibility: 'public' as const }));
		const { db, id } = printedWith({ phones });
		expect(textOf(db, id, 'paper')).toContain('000-888-1234');
		expect(textOf(db, id, 'web')).not.toContain('000-888-1234');
	});
});

describe('Whatever a place says', () => {
	const { db, region } = world();

	it('is printed in both channels without what is not for their readers', () => {
		let year = 2030;
		fc.assert(
			fc.property(fc.array(anyContent, { minLength: 1, maxLength: 3 }), (contents) => {
				const regionId = region.id;
				const id = editions.open(db, { regionId, year: year++, by: 'editor', at });
				const secret = (one: Content, row: number): Content => ({
					...one,
					staffNote: canary(`メモ${row}`),
					phones: [
						...one.phones,
						{ kind: 'voice', number: `000-999-${1000 + row}`, label: null, visibility: 'staff' },
						{ kind: 'voice', number: `000-666-${1000 + row}`, label: null, visibility: 'paper' }
					],
					...(one.precision === 'exact' ? {} : { access: canary(`行き方${row}`) }),
					location: {
						...one.location,
						...(one.precision === 'exact' ? {} : { street: canary(`番地${row}`) })
					}
				});
				contents.forEach((one, row) => {
					const made = resources.create(db, {
						...{ regionId, content: secret(one, row), by: 'editor', at }
					});
					editions.pin(db, id, made);
				});
				editions.arrange(db, id);
				const paper = textOf(db, id, 'paper');
				const web = textOf(db, id, 'web');
				expect(paper + web).not.toMatch(/カナリア|000-?999-?1/);
				expect(web).not.toMatch(/000-?666-?1/);
				expect(paper).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
			}),
			{ numRuns: 60 }
		);
	});
});
