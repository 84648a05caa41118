import { inflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import {
	getDocument,
	type PDFDocumentProxy,
	type PDFPageProxy
} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Left, bottom, right, top in points. */
export type Box = [number, number, number, number];
export type Piece = { text: string; x: number; y: number };
export type Link = { box: Box; url: string | null; /** Page it leads to. */ page: number | null };
export type Page = { pieces: Piece[]; text: string; links: Link[]; width: number; height: number };

export type Read = {
	title: string;
	language: string | null;
	isTagged: boolean;
	/** Of all levels, in their order. */
	bookmarks: string[];
	pages: Page[];
	document: PDFDocumentProxy;
};

/** A PDF as somebody who did not make it reads it. Furniture and kana, which are no text, are left out. */
export async function readPdf(bytes: Uint8Array): Promise<Read> {
	const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
	const { info } = (await document.getMetadata()) as {
		info: { Title: string; Language: string | null };
	};
	const marks = (await document.getMarkInfo()) as unknown as Map<string, boolean> | null;
	const pages = [];
	for (let number = 1; number <= document.numPages; number += 1) {
		pages.push(await pageOf(document, await document.getPage(number)));
	}
	return {
		...{ title: info.Title, language: info.Language, isTagged: marks?.get('Marked') ?? false },
		...{ bookmarks: namesOf(await document.getOutline()), pages, document }
	};
}

type Outline = { title: string; items: Outline }[];
const namesOf = (outline: Outline | null): string[] =>
	(outline ?? []).flatMap(({ title, items }) => [title, ...namesOf(items)]);

async function pageOf(document: PDFDocumentProxy, page: PDFPageProxy): Promise<Page> {
	const { width, height } = page.getViewport({ scale: 1 });
	const pieces = await piecesOf(page);
	const found = (await page.getAnnotations()) as { rect: Box; url?: string; dest?: unknown }[];
	const links = found.map(async ({ rect, url, dest }) => {
		const place = typeof dest === 'string' ? await document.getDestination(dest) : dest;
		const target = Array.isArray(place) ? await document.getPageIndex(place[0] as never) : null;
		return { box: rect, url: url ?? null, page: target === null ? null : target + 1 };
	});
	const text = pieces.map(({ text }) => text).join('');
	return { pieces, text, links: await Promise.all(links), width, height };
}

async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
	const { items } = await page.getTextContent({ includeMarkedContent: true });
	const open: string[] = [];
	return items.flatMap((item) => {
		if ('str' in item) {
			if (item.str === '' || open.includes('Artifact')) return [];
			const [, , , , x, y] = item.transform as number[];
			return [{ text: item.str, x: x!, y: y! }];
		}
		if (item.type === 'endMarkedContent') open.pop();
		else open.push((item as { tag?: string }).tag ?? '');
		return [];
	});
}

export const textIn = ({ pieces }: Page, [left, bottom, right, top]: Box): string =>
	pieces
		.filter(({ x, y }) => x >= left - 1 && x <= right && y >= bottom - 1 && y <= top)
		.map(({ text }) => text)
		.join('');

type Pixels = { data: Uint8ClampedArray; width: number; height: number };

/** A page as it looks; `box`: only that. */
export async function render(
	{ document }: Read,
	number: number,
	{ scale = 4, box }: { scale?: number; box?: Box } = {}
): Promise<Pixels> {
	const page = await document.getPage(number);
	const viewport = page.getViewport({ scale });
	const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
	await page.render({ canvas: canvas as never, viewport }).promise;
	const [left, bottom, right, top] = box ?? [0, 0, viewport.width / scale, viewport.height / scale];
	const [x, y] = [Math.floor(left * scale), Math.floor(viewport.height - top * scale)];
	const [width, height] = [right - left, top - bottom].map((side) => Math.ceil(side * scale));
	const { data } = canvas.getContext('2d').getImageData(x, y, width!, height!);
	return { data, width: width!, height: height! };
}

export const decoded = ({ data, width, height }: Pixels): string | null =>
	jsQR(data, width, height)?.data ?? null;

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

/** All that is compressed in it, read. */
export function streamsOf(pdf: Uint8Array): string {
	const raw = Buffer.from(pdf);
	let text = '';
	for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 7)) {
		if (raw.toString('latin1', at - 3, at) === 'end') continue;
		try {
			text += inflateSync(raw.subarray(at + 7)).toString('latin1');
		} catch {
			// Metadata are not compressed.
		}
	}
	return text;
}
