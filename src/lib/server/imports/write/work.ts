import type { ReadingOf } from '#lib/domain/text/generated-reading.ts';
import type { Asked } from '#lib/server/imports/compare/asked.ts';
import type { Placed } from '#lib/server/imports/compare/planned.ts';
import type { Gone } from '#lib/server/imports/compare/missing.ts';
import type { Report } from '#lib/server/imports/report.ts';

/** What was decided, to be written. */
export type Work = {
	items: Placed[];
	gone: Gone[];
	asked: Asked;
	asOf: string | null;
	file: { name: string; sha256: string; format: string };
	report: Report;
	by: string;
	at: Date;
	readingOf?: ReadingOf | undefined;
};
