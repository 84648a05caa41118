/** Rows of a list on one page. */
export const perPage = 30;

/** A place has everything that is chosen in such a facet; of the others one choice is enough. */
export const needsAll = (facet: string): boolean => facet === 'ease';

/** How many conditions are chosen; a region says what is looked through. */
export const countConditions = (chosen: Readonly<Record<string, readonly string[]>>): number =>
	Object.entries(chosen).reduce(
		(count, [facet, codes]) => count + (facet === 'region' ? 0 : codes.length),
		0
	);
