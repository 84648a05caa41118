import type { Form } from '#lib/domain/formats/export/about.ts';
import type { Database } from '#lib/server/database/client.ts';
import { publicFile } from '#lib/server/exports/public.ts';
import { download } from './download.ts';

type Asked = { query: URLSearchParams; origin: string; form: Form };

/** The list of a region or an edition, narrowed as its page is; null: there is none for readers. */
export async function listFile(
	db: Database,
	params: { slug: string; year?: string },
	asked: Asked
): Promise<Response | null> {
	const file = await publicFile(db, params, asked);
	if (!file) return null;
	// What reads maps shows it, and does not only save it.
	if (asked.form !== 'geojson') return download(file);
	return new Response(file.body as string, { headers: { 'content-type': file.type } });
}
