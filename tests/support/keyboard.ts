import type { Page } from 'playwright-core';

/** Presses Tab until what has the focus is called so; says how often. */
export async function tabTo(page: Page, name: string | RegExp): Promise<number> {
	for (let presses = 1; presses <= 80; presses++) {
		await page.keyboard.press('Tab');
		const text = await page.locator(':focus').evaluate((element) => {
			const label = (element as HTMLInputElement).labels?.[0] ?? element.closest('label');
			return element.getAttribute('aria-label') ?? (label ?? element).textContent;
		});
		const found = text?.trim() ?? '';
		if (typeof name === 'string' ? found.startsWith(name) : name.test(found)) return presses;
	}
	throw new Error(`Tab never came to ${String(name)}`);
}

/** Comes to a field by Tab and types into it. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
	await tabTo(page, name);
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.type(text);
}

/** Comes to a button, a link or a box by Tab and presses it. */
export async function press(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
	await tabTo(page, name);
	await page.keyboard.press(key);
}
