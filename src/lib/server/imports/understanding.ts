import { formatOf, formats } from '#lib/domain/formats/all.ts';
import type { Context, Format, Row } from '#lib/domain/formats/format.ts';
import { mapped } from '#lib/domain/formats/mapping/mapped.ts';
import type { Mapping } from '#lib/domain/formats/mapping/mapping.ts';
import { propose, type ProposedColumn } from '#lib/domain/formats/mapping/proposal/propose.ts';

export type { Choices } from '#lib/domain/formats/file/table.ts';
export type { Mapping } from '#lib/domain/formats/mapping/mapping.ts';

/** What the columns of an unknown shape may mean. */
export type Proposal = { mapping: Mapping; columns: ProposedColumn[] };

type Table = { header: string[]; rows: Row[] };
const looked = 1000;

type Understood = { format: Format | null; proposal: Proposal | null };

/**
 * The format of a table: by what somebody said its columns mean, by its header, or (`isTrusting`) by what
 * they may mean, where one is surely the name.
 */
export function understand(
	{ header, rows }: Table,
	{
		mapping,
		context,
		isTrusting
	}: { mapping: Mapping | null; context: Context; isTrusting: boolean }
): Understood {
	// Enough to see what a column holds, for somebody who wants it read otherwise.
	const offered = () => propose(header, rows.slice(0, looked), context);
	if (mapping) return { format: mapped(mapping, rows), proposal: offered() };
	const known = formatOf(header, rows, context.shapes);
	if (known) return { format: known, proposal: formats.includes(known) ? null : offered() };
	const proposal = propose(header, rows, context);
	const isSure = proposal.columns.some(({ to, sureness }) => to === 'name' && sureness === 'sure');
	return { format: isTrusting && isSure ? mapped(proposal.mapping, rows) : null, proposal };
}
