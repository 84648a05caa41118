import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What stands on each page of a PDF, without spaces. */
export async function pagesOf(bytes: Uint8Array): Promise<string[]> {
	const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: true, verbosity: 0 });
	const document = await task.promise;
	try {
		const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1);
		return await Promise.all(
			numbers.map(async (number) => {
				const { items } = await (await document.getPage(number)).getTextContent();
				const words = items.map((item) => ('str' in item ? item.str : '')).join('');
				return words.replaceAll(/\s/g, '');
			})
		);
	} finally {
		await task.destroy();
	}
}
