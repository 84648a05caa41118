/** What a browser loads to search a region by itself. */
export { select } from '#lib/domain/listing/catalogue.ts';
export { memoryCatalogue } from '#lib/domain/listing/memory-catalogue.ts';
export { explain } from '#lib/domain/search/explanation.ts';
export { lexiconOf } from '#lib/domain/search/lexicon.ts';
