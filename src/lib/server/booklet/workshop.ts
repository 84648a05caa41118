import { layouts, type Layout } from '#lib/domain/booklet/layout.ts';
import { plainly } from '#lib/domain/booklet/made.ts';
import * as regionFiles from '#lib/server/listings/region-files.ts';
import { load } from '#lib/server/search/crisis.ts';
import { bundle } from './bundle.ts';
import { collectInSteps } from './collecting/collect.ts';
import { templatesDigest } from './made/input.ts';
import type { Maker, Making, Workshop } from './makers.ts';
import { leafletOf } from './papers/papers.ts';
import { epub, page } from './reading/forms.ts';
import { TypesettingError } from './typesetting/compile.ts';
import { typeset } from './typesetting/typeset.ts';

const pdf = { ending: 'pdf', type: 'application/pdf' } as const;
const withoutPages = { pages: null, pageOf: {}, warnings: [] };

const pdfOf = (layout: Layout): Maker => ({
	...pdf,
	async make(booklet, { printing, signal, onProgress }) {
		const { pdf: bytes, ...rest } = await typeset(booklet, layout, printing, {
			signal,
			onProgress
		});
		return { bytes, ...rest };
	}
});

const leaflet: Maker = {
	...pdf,
	async make(_booklet, { db, editionId, origin, signal }) {
		const made = await leafletOf(db, { editionId }, { origin, now: new Date(), signal });
		if (!made)
			throw new TypesettingError('読む人に見せられる場所がないので、ちらしはつくれません。');
		const { pdf: bytes, ...rest } = made;
		return { bytes, ...rest };
	}
};

/** The product's own. A further form is one more maker. */
export const ours: Workshop = {
	collect: collectInSteps,
	templates: templatesDigest,
	makers: {
		...Object.fromEntries(layouts.map((layout) => [layout, pdfOf(layout)])),
		leaflet,
		epub: {
			...{ ending: 'epub', type: 'application/epub+zip' },
			make: async (booklet) => ({ bytes: epub(booklet), ...withoutPages })
		},
		html: {
			...{ ending: 'html', type: 'text/html; charset=utf-8' },
			make: async (booklet, { db }) => {
				const { html } = page(booklet, regionFiles.words(db, load()));
				return { bytes: Buffer.from(html), ...withoutPages };
			}
		},
		bundle: {
			...{ ending: 'zip', type: 'application/zip' },
			make: async (booklet, how: Making) => {
				const pdf = await pdfOf('a5').make(booklet, { ...how, printing: plainly });
				const parts = { booklet, pdf, epub: { bytes: epub(booklet) } };
				return { bytes: bundle(how.db, how.editionId, parts).bytes, ...withoutPages };
			}
		}
	}
};
