import type { ReadingOf } from '#lib/domain/text/generated-reading.ts';
import type { Asked } from '../compare/asked.ts';
import type { Placed } from '../compare/item.ts';
import type { Gone } from '../compare/missing.ts';
import type { Report } from '../report.ts';

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
