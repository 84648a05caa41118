import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import yauzl from 'yauzl';

/** All that stands in an answer, in whatever packing or encoding: of a workbook, a book or a PDF every part of it, hidden ones too. */
export async function wordsOf(answer: Response): Promise<string> {
	const type = answer.headers.get('content-type') ?? '';
	return wordsIn(Buffer.from(await answer.arrayBuffer()), type);
}

export async function wordsIn(bytes: Buffer, type: string): Promise<string> {
	if (type.includes('shift_jis')) return new TextDecoder('shift_jis').decode(bytes);
	if (type.includes('pdf')) return wordsInPdf(bytes);
	if (!/spreadsheetml|epub/.test(type)) return bytes.toString();
	const archive = await yauzl.fromBufferPromise(bytes);
	const parts: string[] = [];
	for await (const entry of archive.eachEntry()) {
		const part = await buffer(await archive.openReadStreamPromise(entry));
		parts.push(entry.fileName, part.toString());
	}
	return parts.join('\n');
}

/** What is set on its pages, with and without the breaks of lines, and what is not seen there: links, tags, bookmarks, title. */
async function wordsInPdf(bytes: Buffer): Promise<string> {
	const data = Uint8Array.from(bytes);
	const pdf = await getDocument({ data, verbosity: 0, useSystemFonts: false }).promise;
	const parts: string[] = [];
	const unseen: unknown[] = [await pdf.getOutline(), await pdf.getMetadata()];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const { items } = await page.getTextContent();
		const set = items.flatMap((item) => ('str' in item ? item.str : [])).join('');
		parts.push(set, set.replaceAll(/\s/g, ''));
		unseen.push(await page.getAnnotations(), await page.getStructTree());
	}
	await pdf.loadingTask.destroy();
	return [...parts, JSON.stringify(unseen)].join('\n');
}
