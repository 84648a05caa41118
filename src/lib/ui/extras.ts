import { mount, unmount, type Component } from 'svelte';
import { fastenRibbons } from './bookmarks/ribbons.ts';

/** Where a page leaves room for something that only scripts can do. */
const rooms: Record<string, () => Promise<{ default: Component<{ slug: string; name: string }> }>> = {
	'[data-offline]': () => import('./offline/KeepRegion.svelte'),
	'[data-resume]': () => import('./Resume.svelte'),
	'body .app > footer': () => import('./Rest.svelte')
};

/** What a page has only where scripts run, once it can be read. */
export function add(): void {
	const main = document.getElementById('main')!;
	fastenRibbons(main);
	const filled = new Map<string, { at: Element | null; part: object | null }>();

	const fill = () => {
		for (const [room, load] of Object.entries(rooms)) {
			const at = document.querySelector<HTMLElement>(room);
			const before = filled.get(room);
			if (at === (before?.at ?? null)) continue;
			if (before?.part) void unmount(before.part);
			const now = { at, part: null as object | null };
			filled.set(room, now);
			if (!at) continue;
			const { offline: slug = '', name = '' } = at.dataset;
			void load().then(({ default: Part }) => {
				if (filled.get(room) === now) now.part = mount(Part, { target: at, props: { slug, name } });
			});
		}
	};
	fill();
	new MutationObserver(fill).observe(main, { childList: true, subtree: true });
}
