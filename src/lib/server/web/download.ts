import type { ExportFile } from '#lib/server/exports/file.ts';

/** A file to be saved under its name. */
export const download = ({ name, type, body }: Pick<ExportFile, 'name' | 'type' | 'body'>) =>
	new Response(body as string | Uint8Array<ArrayBuffer>, {
		headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` }
	});
