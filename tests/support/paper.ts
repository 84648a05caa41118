import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { Locator, Page } from 'playwright-core';

/** How many pages it takes, and how large they are, in points. */
export async function printed(page: Page): Promise<{ pages: number; sizes: string[] }> {
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
	return {
		pages: [...pdf.matchAll(/\/Type \/Page\b/g)].length,
		sizes: [
			...new Set(boxes.map(([, width, height]) => `${Math.round(+width!)}×${Math.round(+height!)}`))
		]
	};
}

/** What a camera would read of it. */
export async function scanned(code: Locator): Promise<string | null> {
	const { data, width, height } = PNG.sync.read(await code.screenshot({ scale: 'css' }));
	return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

/** Of those that are seen, what reaches over the edge of its sheet, or is cut off. */
export const cut = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll('.sheet')].flatMap((sheet) => {
			const edge = sheet.getBoundingClientRect();
			return [...sheet.querySelectorAll('p, dd, dt, h2, h3, li, svg')]
				.filter((one) => one.getClientRects().length > 0)
				.filter((one) => {
					const { left, right, bottom } = one.getBoundingClientRect();
					const isOver = right > edge.right + 1 || left < edge.left - 1 || bottom > edge.bottom + 1;
					return isOver || one.scrollWidth > one.clientWidth + 1;
				})
				.filter((one) => !(one instanceof SVGElement) || one.getBoundingClientRect().width > 0)
				.map((one) => `${sheet.className}: ${one.outerHTML.slice(0, 80)}`);
		})
	);
