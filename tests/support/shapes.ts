import { globSync, readFileSync } from 'node:fs';
import type { Shape } from '#lib/domain/formats/mapping/shape.ts';
import { parseShape } from '#lib/domain/formats/mapping/shapes.ts';

/** The kinds of files that map by themselves. */
export const shapes: Shape[] = globSync('data/shapes/*.json')
	.sort()
	.map((file) => {
		const parsed = parseShape(JSON.parse(readFileSync(file, 'utf8')));
		if ('issues' in parsed) throw new Error(`${file}: ${JSON.stringify(parsed.issues)}`);
		return parsed.value;
	});
