import { mount, unmount } from 'svelte';
import { fastenRibbons } from '#lib/ui/reader/bookmarks/ribbons.ts';
import { leaveAnyway } from './way-out.ts';

type Part = object;

/** Where a page leaves room for something that only scripts can do. */
const rooms: Record<string, (at: HTMLElement) => Promise<Part>> = {
	'[data-offline]': async (target) => {
		const { default: KeepRegion } = await import('#lib/ui/reader/offline/KeepRegion.svelte');
		const { offline: slug = '', name = '' } = target.dataset;
		return mount(KeepRegion, { target, props: { slug, name } });
	},
	'[data-own-region]': async (target) => {
		const { slug, name = '' } = target.dataset;
		if (slug) {
			const { default: Keep } = await import('#lib/ui/reader/own-region/Keep.svelte');
			return mount(Keep, { target, props: { region: { slug, name } } });
		}
		const { default: Choose } = await import('#lib/ui/reader/own-region/Choose.svelte');
		return mount(Choose, { target, props: {} });
	},
	'[data-resume]': async (target) =>
		mount((await import('./Resume.svelte')).default, { target, props: {} }),
	'body .app > footer': async (target) =>
		mount((await import('./Rest.svelte')).default, { target, props: {} })
};

/** What a page has only where scripts run, once it can be read. */
export function add(): void {
	const main = document.getElementById('main')!;
	fastenRibbons(main);
	leaveAnyway();
	const filled = new Map<string, { at: HTMLElement; part: Promise<Part> }>();

	const fill = () => {
		for (const [room, furnish] of Object.entries(rooms)) {
			const at = document.querySelector<HTMLElement>(room);
			const before = filled.get(room);
			if (at === (before?.at ?? null)) continue;
			void before?.part.then((part) => unmount(part));
			filled.delete(room);
			if (at) filled.set(room, { at, part: furnish(at) });
		}
	};
	fill();
	new MutationObserver(fill).observe(main, { childList: true, subtree: true });
}
