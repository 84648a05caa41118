import { layouts, type Layout } from '#lib/domain/booklet/layout.ts';
import { collect } from './collect.ts';
import { templatesDigest } from './made/input.ts';
import type { Maker, Workshop } from './makers.ts';
import { withReadings } from './readings.ts';
import { typeset } from './typesetting/typeset.ts';

const pdfOf = (layout: Layout): Maker => ({
	ending: 'pdf',
	type: 'application/pdf',
	async make(booklet, { printing, ...watching }) {
		const said = layout === 'yasashii' ? withReadings(booklet) : booklet;
		const { pdf, ...rest } = await typeset(said, layout, printing, watching);
		return { bytes: pdf, ...rest };
	}
});

/** The product's own. A further form is one more maker. */
export const ours: Workshop = {
	collect,
	templates: templatesDigest,
	makers: Object.fromEntries(layouts.map((layout) => [layout, pdfOf(layout)]))
};
