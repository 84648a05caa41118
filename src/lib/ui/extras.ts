import { fastenRibbons } from './bookmarks/ribbons.ts';

/** What a page has only where scripts run, once it can be read. */
export function add(): void {
	fastenRibbons(document.getElementById('main')!);
}
