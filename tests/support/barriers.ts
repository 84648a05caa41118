import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds: a rule and the elements that break it. `rules`: these alone; default: all. */
export async function barriers(page: Page, ...rules: string[]): Promise<[string, string[]][]> {
	// Half a megabyte, which the builder would bring into the page twice with every run.
	const isThere = await page.evaluate(() => 'axe' in window);
	const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: '0' } : {}) });
	axe.options({ resultTypes: ['violations'] });
	// Within the page: otherwise each run opens another page to sum up.
	axe.setLegacyMode(true);
	if (rules.length > 0) axe.withRules(rules);
	const { violations } = await axe.analyze();
	return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
