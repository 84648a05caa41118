import type { Finding } from '#lib/domain/formats/format.ts';
import type { FieldChange } from '#lib/domain/editing/field-change.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import type { Decision, RowStatus } from './decision.ts';

/** How a file becomes part of the directory. */
export const ways = ['revision', 'proposal', 'draft'] as const;
export type Way = (typeof ways)[number];

export const previewStates = [
	/** Waits to be read, or is being read. */
	'reading',
	/** Its columns have no meaning yet. */
	'mapping',
	/** Not readable; `problems` says why. */
	'refused',
	'ready',
	'writing',
	'written',
	'undone',
	'cancelled'
] as const;
export type PreviewState = (typeof previewStates)[number];

/** A row that is known and may be meant, or another row of the file. */
export type Candidate = {
	/** null: it is a row of the same file. */
	resource: string | null;
	line: number | null;
	name: string;
	place: string | null;
	/** In words: 名前と電話が同じ. */
	why: string;
	/** Side by side, where the row says something else: before is the candidate's, after the row's. */
	changes: FieldChange[];
};

/** A field that the file and somebody here changed since the file was made. */
export type Conflict = {
	field: string;
	title: string;
	/** In words, as it was when the file was made. */
	base: string | null;
	theirs: string | null;
	mine: string | null;
};

export type PreviewRow = {
	/** Unique within the preview; what decisions name. */
	place: number;
	/** null: the resource is gone from the file. */
	line: number | null;
	status: RowStatus;
	name: string;
	/** Slug; null where no region is known. */
	region: string | null;
	/** 市区町村 in words. */
	where: string | null;
	/** The resource that the row is. */
	resource: string | null;
	decision: Decision | null;
	/** What the row would change, field by field; what a new one says. */
	changes: FieldChange[];
	conflicts: Conflict[];
	candidates: Candidate[];
	findings: Finding[];
};

/** A resource or a row that may be the one of another row, and by what. */
export type Like = {
	resource: string | null;
	line: number | null;
	revision: number | null;
	why: string;
};

/** What is kept of a row; the words of a page are made when it is looked at. */
export type RowDetails = {
	name: string;
	region: string | null;
	/** Code. */
	municipality: string | null;
	/** The revision that the row is compared with. */
	base: number | null;
	/** As the row would have it, without what it does not say; null where nothing would change. */
	content: Partial<Content> | null;
	likes: Like[];
	conflicts: Conflict[];
	findings: Finding[];
};

export type PreviewCounts = Record<RowStatus, number> & {
	/** Places found in the file. */
	rows: number;
	undecided: number;
	warnings: number;
};
