import type { Facet } from '#lib/domain/search/filter.ts';
import type { Choice, Listing } from '#lib/domain/listing/listing.ts';

/** A list for a page: `markup` are its rows in HTML, made by the server. */
export type Listed = Listing & { markup?: string };

/**
 * A page says its rows and choices in HTML: devalue, which sends only enumerable properties, does not
 * send them again. `isData`: data without a page are whole.
 */
export function listed({ facets, ...rest }: Listing, markup: string, isData: boolean): Listed {
	const said = (value: unknown) => ({ value, enumerable: isData });
	// The cards of a map say them too.
	const rows = rest.map ? rest.rows : [];
	return Object.defineProperties({ ...rest, rows } as object as Listed, {
		facets: said(facets),
		markup: said(markup)
	});
}

/** Reads in the document what came with its HTML alone. */
export function readBack(listing: Listed, page: Document): void {
	listing.facets = [...page.querySelectorAll('.facet [role=group]')].map((group) => ({
		facet: group.querySelector('input')!.name as Facet,
		title: group.ariaLabel!,
		choices: [...group.querySelectorAll('label')].map(choiceOf)
	}));
	listing.markup = page.querySelector('.rows')?.innerHTML ?? '';
}

function choiceOf(label: HTMLLabelElement): Choice {
	const { value: code, defaultChecked: chosen } = label.querySelector('input')!;
	const [name, count] = [...label.querySelectorAll('span')].map((part) => part.textContent);
	const narrower = label.classList.contains('narrower');
	return { code, name: name!, count: Number(count), chosen, narrower };
}
