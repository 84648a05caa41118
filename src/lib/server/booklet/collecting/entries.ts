import { sql, type SQL } from 'drizzle-orm';
import type { BookletChannel } from '#lib/domain/booklet/booklet.ts';
import { printableIn } from '#lib/domain/booklet/collected/lines.ts';
import { struckWords } from '#lib/domain/edition/edition.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { contentFor, type PublicContent } from '#lib/domain/resource/publication.ts';
import type { Verification } from '#lib/domain/resource/verification.ts';
import { tellable } from '#lib/server/contents/telling.ts';
import {
	besideToday,
	consentOf,
	isStillTold,
	type Shown
} from '#lib/server/contents/visibility.ts';
import type { Database } from '#lib/server/database/client.ts';
import { verificationOf } from '#lib/server/resources/rows.ts';

/** An entry as a channel may tell it, in the order of the numbers. */
export type Told = {
	id: string;
	number: number;
	/** Code of a category. */
	chapter: string;
	content: PublicContent;
	/** As written, for what staff are told of it. */
	whole: Content;
	verification: Verification | null;
	hasPage: boolean;
};

/** An entry that the channel does not tell. */
export type Untold = {
	id: string;
	number: number;
	/** What readers are told of its number; null: nothing, since they never saw it. */
	words: string | null;
	/** What was not agreed to; null: something was taken back since. */
	lacking: BookletChannel | null;
};

type Row = Shown & {
	chapter: string;
	is_agreed: number;
	is_told: number;
	is_on_paper: number;
	has_page: number;
	is_withdrawn: number;
};

const pinned = (channel: 'web' | 'paper') => consentOf(sql`v.id`, channel);

/** What was agreed to when it was pinned, and what still holds: readers' files are booklets on the web. */
const rules: Record<BookletChannel, { agreed: SQL; still: SQL }> = {
	paper: { agreed: pinned('paper'), still: isStillTold('paper') },
	web: {
		agreed: sql`(${pinned('paper')} AND ${pinned('web')})`,
		still: sql`(${isStillTold('paper')} AND ${isStillTold('web')})`
	}
};

/** How many are read at once. */
const pageSize = 100;

/** The only reading of an edition's entries for its booklet; it pauses after every page. */
export function* entriesOf(
	db: Database,
	editionId: number,
	channel: BookletChannel
): Generator<void, { told: Told[]; untold: Untold[] }> {
	const { agreed, still } = rules[channel];
	const rows = db.all<Row>(sql`
		SELECT e.resource_id AS resource, v.id AS revision, g.slug AS region,
			c.method, c.verified_on, c.role, e.number, ${besideToday} AS beside, e.chapter,
			${agreed} AS is_agreed, (${agreed} AND ${still}) AS is_told,
			${pinned('paper')} AS is_on_paper,
			(${pinned('web')} AND ${isStillTold('web')}) AS has_page,
			r.withdrawn_at IS NOT NULL AS is_withdrawn
		FROM entries e
		JOIN editions d ON d.id = e.edition_id
		JOIN regions g ON g.id = d.region_id
		JOIN resources r ON r.id = e.resource_id
		JOIN revisions v ON v.id = e.revision_id
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE e.edition_id = ${editionId}
		ORDER BY e.number`);
	const shown = rows.filter((row) => row.is_told);
	const told: Told[] = [];
	for (let from = 0; from < shown.length; from += pageSize) {
		const page = shown.slice(from, from + pageSize);
		const read = tellable(db, page, channel);
		for (const row of page) {
			const whole = read.get(row.revision)!;
			told.push({
				...{ id: row.resource, number: row.number!, chapter: row.chapter, whole },
				content: printableIn(contentFor(channel, whole)),
				verification: verificationOf(row),
				hasPage: row.has_page === 1
			});
		}
		yield;
	}
	return {
		told,
		untold: rows
			.filter((row) => !row.is_told)
			.map((row) => ({
				...{ id: row.resource, number: row.number!, words: wordsOf(row, channel) },
				lacking: row.is_agreed ? null : row.is_on_paper ? 'web' : 'paper'
			}))
	};
}

const offPaper = '冊子への掲載を取りやめました';
const notOnPaper = '冊子には載せていません';

/** That a number stays is all that is told; of one that no reader of the channel ever saw not even that. */
function wordsOf(row: Row, channel: BookletChannel): string | null {
	if (row.is_agreed) {
		if (row.is_withdrawn) return struckWords.withdrawn;
		return channel === 'web' && !row.has_page ? struckWords['off-web'] : offPaper;
	}
	return !row.is_on_paper && row.has_page ? notOnPaper : null;
}
