import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// Svelte leaves the default of a textarea out of what the server writes: sent back without scripts, it would empty the field.
it('Every textarea that has a default says it in the markup too', () => {
	const areas = globSync('src/**/*.svelte').flatMap((file) =>
		(readFileSync(file, 'utf8').match(/<textarea[^]*?<\/textarea>/g) ?? []).map(
			(area) => [file, area] as const
		)
	);
	const started = areas.filter(([, area]) => area.includes('defaultValue'));
	expect(started.length).toBeGreaterThanOrEqual(5);
	expect(started.filter(([, area]) => !area.includes('value={inMarkup('))).toEqual([]);
});
