import type { ExportFile } from '#lib/server/exports/file.ts';

type File = Pick<ExportFile, 'name' | 'type' | 'body'>;

/** A file to be saved under its name. */
export const download = (file: File) => answerOf(file, 'attachment');

/** A file that a browser may show, and that has its name once it is saved. */
export const opened = (file: File) => answerOf(file, 'inline');

const answerOf = ({ name, type, body }: File, disposition: 'attachment' | 'inline') =>
	new Response(body as string | Uint8Array<ArrayBuffer>, {
		headers: { 'content-type': type, 'content-disposition': `${disposition}; filename="${name}"` }
	});
