import { layouts, type Layout } from '#lib/domain/booklet/layout.ts';
import { collect } from './collect.ts';
import { templatesDigest } from './made/input.ts';
import type { Maker, Workshop } from './makers.ts';
import { TypesettingError } from './typesetting/compile.ts';

const pdfOf = (layout: Layout): Maker => ({
	ending: 'pdf',
	type: 'application/pdf',
	make: () => Promise.reject(new TypesettingError(layout))
});

/** The product's own. A further form is one more maker. */
export const ours: Workshop = {
	collect,
	templates: templatesDigest,
	makers: Object.fromEntries(layouts.map((layout) => [layout, pdfOf(layout)]))
};
