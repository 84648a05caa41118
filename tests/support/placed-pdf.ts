import { createCanvas } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text, where its first letter stands: millimetres from the upper left corner of the page. */
export type Placed = {
	text: string;
	x: number;
	y: number;
	width: number;
	size: number;
	isOver: boolean;
};

export type ReadPage = {
	/** In millimetres. */
	width: number;
	height: number;
	placed: Placed[];
	/** All of it without any space. */
	text: string;
	links: string[];
};

const millimetres = (points: number) => (points * 25.4) / 72;

const opened = (pdf: Uint8Array) =>
	getDocument({ data: Uint8Array.from(pdf), verbosity: 0, useSystemFonts: false }).promise;

/** What the pages of a PDF say, and where. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPage[]> {
	const document = await opened(pdf);
	const pages: ReadPage[] = [];
	for (let number = 1; number <= document.numPages; number++) {
		const page = await document.getPage(number);
		const { width, height } = page.getViewport({ scale: 1 });
		const { items } = await page.getTextContent();
		const placed = items.flatMap((item): Placed[] => {
			if (!('str' in item) || item.str.trim() === '') return [];
			const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number];
			return [
				{
					...{ text: item.str, width: millimetres(item.width), size: Math.hypot(a, b) },
					...{ x: millimetres(x), y: millimetres(height - y), isOver: a < 0 }
				}
			];
		});
		const annotations = (await page.getAnnotations()) as { url?: string }[];
		pages.push({
			...{ width: millimetres(width), height: millimetres(height), placed },
			text: placed
				.map(({ text }) => text)
				.join('')
				.replace(/\s/g, ''),
			links: annotations.flatMap(({ url }) => url ?? [])
		});
	}
	await document.loadingTask.destroy();
	return pages;
}

type Area = { x: number; y: number; width: number; height: number };

/** What the QR code within an area of a page leads to; null where none can be read. */
export async function qrIn(
	pdf: Uint8Array,
	number: number,
	area: Area,
	{ turned = false } = {}
): Promise<string | null> {
	return (await scan(pdf, number, { area, turned }))?.data ?? null;
}

/** Of the QR code of a page, in millimetres. */
export async function qrWidth(pdf: Uint8Array, number: number): Promise<number> {
	const code = await scan(pdf, number, {});
	if (!code) return 0;
	const { topLeftCorner: left, topRightCorner: right } = code.location;
	return millimetres(Math.hypot(right.x - left.x, right.y - left.y) / scale);
}

const scale = 4;

async function scan(
	pdf: Uint8Array,
	number: number,
	{ area, turned = false }: { area?: Area; turned?: boolean }
) {
	const document = await opened(pdf);
	const page = await document.getPage(number);
	const viewport = page.getViewport({ scale, rotation: turned ? 180 : 0 });
	const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, canvas.width, canvas.height);
	await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
	const pixels = (length: number) => Math.round(((length * 72) / 25.4) * scale);
	const { data, width, height } = area
		? context.getImageData(pixels(area.x), pixels(area.y), pixels(area.width), pixels(area.height))
		: context.getImageData(0, 0, canvas.width, canvas.height);
	await document.loadingTask.destroy();
	return jsQR(data, width, height);
}
