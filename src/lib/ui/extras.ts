import { mount, unmount } from 'svelte';
import { fastenRibbons } from './bookmarks/ribbons.ts';

/** What a page has only where scripts run, once it can be read. */
export function add(): void {
	const main = document.getElementById('main')!;
	fastenRibbons(main);
	offerToKeep(main);
	new MutationObserver(() => offerToKeep(main)).observe(main, { childList: true, subtree: true });
}

let offered: { at: HTMLElement; part: object | null } | null = null;

/** Where a page speaks of one region, which may be kept for when there is no line. */
function offerToKeep(main: HTMLElement): void {
	const at = main.querySelector<HTMLElement>('[data-offline]');
	if (at === offered?.at) return;
	if (offered?.part) void unmount(offered.part);
	offered = at && { at, part: null };
	if (!at) return;
	const { offline: slug = '', name = '' } = at.dataset;
	void import('./offline/KeepRegion.svelte').then(({ default: KeepRegion }) => {
		if (offered?.at === at) offered.part = mount(KeepRegion, { target: at, props: { slug, name } });
	});
}
