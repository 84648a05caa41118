import { formatOf } from '#lib/domain/formats/all.ts';
import type { Context, Format, Row } from '#lib/domain/formats/format.ts';

/** How somebody wants a file read, where it was read otherwise. */
export type Choices = {
	encoding?: string;
	delimiter?: string;
	sheet?: string;
	/** From 1; 0: the file has none. */
	headerLine?: number;
	headerLines?: 1 | 2;
};

/** What the columns of a file mean. */
export type Mapping = {
	name: string;
	source?: string;
	columns: { from: string; to: string | null; words?: Record<string, string> }[];
	constants?: Record<string, string>;
};

export type Proposal = {
	mapping: Mapping;
	columns: {
		from: string;
		to: string | null;
		sureness: 'sure' | 'likely' | 'unsure';
		because: string;
		samples: string[];
	}[];
};

type Table = { header: string[]; rows: Row[] };

/** The format of a file: by what somebody said its columns mean, or by its header. */
export const formatFor = (
	{ header }: Table,
	_mapping: Mapping | null,
	_context: Context
): Format | undefined => formatOf(header);

/** What columns of an unknown shape may mean. */
export const proposalFor = ({ header, rows }: Table, _context: Context): Proposal => ({
	mapping: { name: '', columns: header.map((from) => ({ from, to: null })) },
	columns: header.map((from) => ({
		...{ from, to: null, sureness: 'unsure', because: '' },
		samples: rows.slice(0, 3).flatMap(({ cells }) => cells.get(from) || [])
	}))
});
