import { mount, unmount } from 'svelte';
import { bookmarks } from './bookmarks.svelte.ts';
import Ribbon from './Ribbon.svelte';
import Said from './Said.svelte';

type Fastened = { at: HTMLElement; id: string; ribbon: object };

/**
 * A ribbon for everything in the page that says which place it is, now and whatever comes later:
 * `data-place`, `data-region`, and its name in a heading, a link or `data-name`.
 */
export function fastenRibbons(main: HTMLElement): () => void {
	let fastened: Fastened[] = [];

	const follow = () => {
		fastened = fastened.filter(({ at, id, ribbon }) => {
			if (at.isConnected && at.dataset.place === id) return true;
			void unmount(ribbon);
			return false;
		});
		const known = new Set(fastened.map(({ at }) => at));
		for (const at of main.querySelectorAll<HTMLElement>('[data-place]')) {
			if (known.has(at)) continue;
			const { place: id, region } = at.dataset;
			if (!id || !region) continue;
			const wide = at.querySelector<HTMLElement>('[data-ribbon]');
			const place = { id, region, name: nameIn(at) };
			const ribbon = mount(Ribbon, { target: wide ?? at, props: { place, isWide: wide !== null } });
			fastened.push({ at, id, ribbon });
		}
	};

	// Without a line, next time.
	void bookmarks.renew().catch(() => undefined);
	const said = mount(Said, { target: main.parentElement! });
	follow();
	const observer = new MutationObserver(follow);
	observer.observe(main, { childList: true, subtree: true, attributeFilter: ['data-place'] });
	return () => {
		observer.disconnect();
		for (const { ribbon } of fastened) void unmount(ribbon);
		void unmount(said);
	};
}

const nameIn = (at: HTMLElement): string =>
	at.dataset.name ?? at.querySelector('h2 a, .name')?.textContent?.trim() ?? '';
