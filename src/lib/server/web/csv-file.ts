import { download } from './download.ts';

/** A table to be saved under a name. */
export const csvFile = (name: string, text: string): Response =>
	download({ name, type: 'text/csv; charset=utf-8', body: text });
