import type { Printing } from '#lib/domain/booklet/layout.ts';
import type { Missing } from './given.ts';

/** What a template is compiled with. */
export type Task = {
	/** Folder of templates: all that may be read. */
	folder: string;
	/** Name of a file in it. */
	template: string;
	/** Of the package; no font of the machine is named. */
	fonts: string[];
	/** JSON. */
	data: string;
	/** Whether its `booklet` gets kana over every word first, which reads a dictionary. */
	hasReadings: boolean;
	printing: Printing;
	/** Texts of QR codes. */
	codes: string[];
	files: Record<string, Uint8Array>;
	/** PDF/UA-1: a picture without words is an error. */
	isAccessible: boolean;
	/** Seconds since 1970, which the PDF gives as its time. */
	timestamp: number;
};

/** typeset: lines and pages are being made. write: the PDF is. */
export const stages = ['wait', 'typeset', 'write'] as const;
export type Stage = (typeof stages)[number];

/** Of the compiler, in English. */
export type Diagnostic = { message: string; path: string };

export type Compiled = {
	pdf: Uint8Array;
	pages: number;
	/** What the template tells with `tell()` of lib.typ, in the order of the pages. */
	labels: unknown[];
	/** Texts of the data with letters that no font has; 〓 is printed for them. */
	missing: Missing[];
};

/** A message is copied several times over: the PDF comes through a pipe of its own, before `done`. */
export const pdfPipe = 4;

export type Message =
	{ stage: Stage } | { done: Omit<Compiled, 'pdf'> } | { failed: Diagnostic[] } | { died: string };
