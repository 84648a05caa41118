import type { Database } from '#lib/server/database/client.ts';
import type { Edition } from '#lib/server/editions/index.ts';
import { bundle, type Bundle } from './bundle.ts';
import type { Workshop } from './makers.ts';
import { readersFile } from './readers.ts';
import { ours } from './workshop.ts';

/** Of a published edition, with what its readers get today; a sentence where that is still being made. */
export async function bundleForStaff(
	db: Database,
	edition: Pick<Edition, 'id' | 'previewed'>,
	origin: string,
	workshop: Workshop = ours
): Promise<Bundle | { sentence: string }> {
	const pdf = await readersFile(db, edition, { form: 'a5', origin }, workshop);
	if (!('file' in pdf)) return pdf;
	const epub = await readersFile(db, edition, { form: 'epub', origin }, workshop);
	if (!('file' in epub)) return epub;
	const { booklet } = await workshop.collect(db, edition.id, { channel: 'web', origin });
	return bundle(db, edition.id, { booklet, pdf: pdf.file, epub: epub.file });
}
