import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds: a rule and the elements that break it. `rules`: these alone; default: all. */
export async function barriers(page: Page, ...rules: string[]): Promise<[string, string[]][]> {
	await bring(page);
	const axe = new AxeBuilder({ page, axeSource: '0' }).options({ resultTypes: ['violations'] });
	// Within the page: otherwise each run opens another page to sum up.
	axe.setLegacyMode(true);
	if (rules.length > 0) axe.withRules(rules);
	const { violations } = await axe.analyze();
	return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** Once into each document: the builder would bring half a megabyte twice with every run. */
async function bring(page: Page): Promise<void> {
	if (await page.evaluate(() => 'axe' in window)) return;
	const { script } = AxeBuilder.prototype as unknown as { script: () => string };
	await page.evaluate(script.call({}));
}
