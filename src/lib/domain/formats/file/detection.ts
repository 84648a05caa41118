import type { Finding } from '#lib/domain/formats/format.ts';

export const encodings = ['utf-8', 'cp932', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];
export type Delimiter = ',' | '\t' | ';';

/** What a person says of a file instead of what is found. */
export type Choices = {
	encoding?: Encoding | undefined;
	delimiter?: Delimiter | undefined;
	sheet?: string | undefined;
	/** Counts from 1; 0: the file has no header. */
	headerLine?: number | undefined;
	headerLines?: 1 | 2 | undefined;
};

/** How a file was read. */
export type Detected = {
	kind: 'text' | 'workbook' | 'json';
	encoding: Encoding | null;
	delimiter: Delimiter | null;
	sheet: string | null;
	sheets: string[];
	/** Counts from 1; 0: the file has no header, its columns are called A列, B列, …. */
	headerLine: number;
	headerLines: number;
};

/** A row that is no place; 'continued': joined to the row above. */
export type Skipped = {
	line: number;
	reason: 'title' | 'note' | 'total' | 'blank' | 'header-again' | 'continued';
	text: string;
};

/** One row of a file before it is known what it is; `line` counts from 1. */
export type Line = {
	line: number;
	cells: string[];
	/** Most of it is merged with the row above. */
	continues?: boolean;
};

export type Problems = { problems: Finding[] };

export const finding = (message: string, more: Partial<Finding> = {}): Finding => ({
	...{ line: null, column: null, kind: 'file', found: null, message },
	...more
});

export const refuse = (message: string, more: Partial<Finding> = {}): Problems => ({
	problems: [finding(message, more)]
});
