/** On everything of the invented region that is kept, shared or printed. */
export const sampleMark = '架空の見本';

/** As `data/sample` calls it; what a device kept before the mark was kept has no other sign. */
const sampleSlug = 'sakura';

export const isOfSample = ({ slug, fictional }: { slug: string; fictional?: boolean }): boolean =>
	(fictional ?? false) || slug === sampleSlug;
