import type { Page } from 'playwright-core';

/** Presses Tab until what has the focus is called so; says how often. */
export async function tabTo(page: Page, name: string | RegExp): Promise<number> {
	const passed: string[] = [];
	while (passed.length < 300) {
		await page.keyboard.press('Tab');
		const found = await nameOfFocus(page);
		passed.push(found.slice(0, 12));
		if (typeof name === 'string' ? found.startsWith(name) : name.test(found)) return passed.length;
	}
	throw new Error(`Tab never came to ${String(name)}, but to ${passed.join(' | ')}`);
}

/** '' between the last and the first that can have it. */
const nameOfFocus = (page: Page): Promise<string> =>
	page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return '';
		const label = (element as HTMLInputElement).labels?.[0] ?? element.closest('label');
		return (element.getAttribute('aria-label') ?? (label ?? element).textContent).trim();
	});

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
