import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import type { Database } from '#lib/server/database/client.ts';
import type { Maker, Workshop } from '#lib/server/booklet/makers.ts';
import { anyBooklet, anyEntry } from './booklet.ts';

type Printed = { number: number; id: string; name: string };

/** What an edition prints, as far as these tests look: the names, without those who are withdrawn on the web. */
export function bookletIn(db: Database, editionId: number, channel: Booklet['channel']): Booklet {
	const entries = db.$client
		.prepare<[number, string], Printed>(
			`SELECT e.number, e.resource_id AS id, v.name FROM entries e
			JOIN revisions v ON v.id = e.revision_id JOIN resources r ON r.id = e.resource_id
			WHERE e.edition_id = ? AND (r.withdrawn_at IS NULL OR ? = 'paper') ORDER BY e.number`
		)
		.all(editionId, channel)
		.map(({ number, id, name }) => anyEntry(number, { id, name: [{ text: name }] }));
	const booklet = anyBooklet(1, { channel });
	return {
		...booklet,
		chapters: [{ ...booklet.chapters[0]!, entries }],
		...{ windows: [], indexes: [] }
	};
}

/** A workshop whose makers write the names down at once, or as `make` says. */
export function workshop(
	make: Maker['make'] = (booklet) => {
		const names = booklet.chapters.flatMap(({ entries }) =>
			entries.map(({ name }) => name[0]!.text)
		);
		return Promise.resolve({
			bytes: new TextEncoder().encode(`%PDF ${booklet.channel} ${names.join(' ')}`),
			pages: 8,
			pageOf: { 1: 3 },
			warnings: [{ number: 1, resource: null, field: 'kana', words: 'よみがありません。' }]
		});
	}
): Workshop {
	const maker: Maker = { ending: 'pdf', type: 'application/pdf', make };
	const epub: Maker = { ending: 'epub', type: 'application/epub+zip', make };
	return {
		collect: async (db, editionId, { channel }) => ({
			booklet: bookletIn(db, editionId, channel),
			warnings: []
		}),
		templates: () => 'templates',
		makers: { a5: maker, a4: maker, large: maker, yasashii: maker, epub }
	};
}
