import { readFileSync } from 'node:fs';
import type { Bounds } from '#lib/domain/map/bounds.ts';
import { boundsOf, polygonsOf, type OutlineTopology } from '#lib/domain/map/outline.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { shipped } from '#lib/server/database/migrations.ts';

/** `data/outlines/index.json`, as scripts/outlines.ts writes it. */
export type Shipped = {
	/** Name of the file that they were made from. */
	source: string;
	credit: string;
	version: string;
	/** By code of the prefecture; 00: the country. */
	areas: Record<string, Bounds>;
};

export type Invented = { credit: string; version: string; bounds: Bounds; topology: string };

const once = <T>(make: () => T): (() => T) => {
	let made: { value: T } | undefined;
	return () => (made ??= { value: make() }).value;
};

const read = (...path: string[]): string => readFileSync(shipped('data', ...path), 'utf8');

export const index = once(() => JSON.parse(read('outlines', 'index.json')) as Shipped);

/** The TopoJSON text of an area; null when there is none. */
export const topologyOf = (area: string): string | null =>
	Object.hasOwn(index().areas, area) ? read('outlines', `${area}.json`) : null;

/** Prefecture of the sample region. */
export const inventedCode = '99';

export const invented = once((): Invented => {
	const text = read('sample', 'outlines.json');
	const { credit, topology } = JSON.parse(text) as { credit: string; topology: OutlineTopology };
	return {
		credit,
		version: sha256(text).slice(0, 16),
		bounds: boundsOf(polygonsOf(topology).values())!,
		topology: JSON.stringify(topology)
	};
});
