import { asc, eq, inArray } from 'drizzle-orm';
import { bookletFormNames, type BookletForm } from '#lib/domain/booklet/made.ts';
import type { Database } from '#lib/server/database/client.ts';
import { audit, booklets, editions, regions } from '#lib/server/database/schema/index.ts';
import { digestOfBytes } from './keep.ts';

type Claim = { edition: number; form: BookletForm; channel: string; sha256: string };

const keyOf = ({ edition, form, channel }: Omit<Claim, 'sha256'>) =>
	`${edition} ${form} ${channel}`;

/** What the log says is kept, by edition, form and channel. */
function claimed(db: Database): Map<string, Claim> {
	const claims = new Map<string, Claim>();
	const records = db
		.select({ action: audit.action, edition: audit.subject_id, details: audit.details })
		.from(audit)
		.where(inArray(audit.action, ['booklet.keep', 'booklet.drop']))
		.orderBy(asc(audit.id))
		.all();
	for (const { action, edition, details } of records) {
		const claim = { ...details, edition: Number(edition) } as Claim;
		if (action === 'booklet.keep') claims.set(keyOf(claim), claim);
		else claims.delete(keyOf(claim));
	}
	return claims;
}

/** How the booklets that are kept differ from what the log and their hashes say; and how many there are. */
export function bookletProblems(db: Database): { problems: string[]; finals: number } {
	const titles = new Map(
		db
			.select({ id: editions.id, region: regions.name, year: editions.year })
			.from(editions)
			.innerJoin(regions, eq(regions.id, editions.region_id))
			.all()
			.map(({ id, region, year }) => [id, `${region} ${year}年度版`])
	);
	const claims = claimed(db);
	const nameOf = ({ edition, form, channel }: Omit<Claim, 'sha256'>) =>
		`「${titles.get(edition)}」の${bookletFormNames[form]}${channel === 'paper' ? '・印刷用' : ''}`;
	const problems: string[] = [];
	const bytesOf = db.$client
		.prepare<[number], Buffer>('SELECT bytes FROM booklets WHERE id = ?')
		.pluck();
	const rows = db
		.select({
			...{ id: booklets.id, edition: booklets.edition_id, form: booklets.form },
			...{ channel: booklets.channel, sha256: booklets.sha256 }
		})
		.from(booklets)
		.where(eq(booklets.kind, 'final'))
		.all();
	for (const row of rows) {
		const claim = claims.get(keyOf(row));
		claims.delete(keyOf(row));
		const actual = digestOfBytes(bytesOf.get(row.id)!);
		if (!claim) problems.push(`${nameOf(row)}は、しまった記録がありません`);
		else if (actual !== claim.sha256 || row.sha256 !== claim.sha256) {
			problems.push(`${nameOf(row)}が、しまったときのものと違います`);
		}
	}
	for (const claim of claims.values()) {
		// Of an edition that is gone, what is said of editions tells.
		if (titles.has(claim.edition)) problems.push(`${nameOf(claim)}が、なくなっています`);
	}
	return { problems, finals: rows.length };
}
