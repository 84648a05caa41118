import { untrack } from 'svelte';
import { behindHash, withWords, wordsIn } from '#lib/domain/input/fragment.ts';
import type { Listing } from '#lib/domain/listing/listing.ts';
import type { RegionFile } from '#lib/domain/reader/offline/region-file.ts';
import type { Answered, RegionSearch } from '#lib/domain/reader/offline/region-search.ts';
import List from '#lib/ui/listing/List.svelte';
import type { Suggested, Urgency } from '#lib/ui/listing/suggestions/suggestions.ts';
import Urgent from '#lib/ui/page/Urgent.svelte';

/** A pause in typing, in milliseconds: then the address and the spoken count follow. */
const pause = 400;
const mostSuggested = 4;
/** Milliseconds; somebody who types fast is faster. */
const betweenKeys = 120;
/** More than a screen shows. */
const firstRows = 5;

/** What becomes of the address of the page: `later`, when typing pauses; `stay`, it has led here. */
type Step = 'later' | 'replace' | 'push' | 'stay';

/** The list of a region, searched where it is read: from the first word on, nothing is asked of the server. */
export class Device {
	/** Null as long as the server's own list is shown. */
	shown = $state.raw<Answered | null>(null);
	/** What stands in the box, as typed. */
	typed = $state<string | null>(null);
	/** How many rows are there already: the first ones at once, the others when nobody types. */
	rows = $state(Infinity);
	/** What the choices beside the list go by; they follow with those rows. */
	counted = $state.raw<Listing | null>(null);
	/** How many there are, once typing pauses. */
	announced = $state<number | null>(null);
	/** What shows rows that are made here. */
	readonly List = List;
	readonly urgent = $derived.by((): Urgency | null => {
		const contacts = this.shown?.urgent;
		return contacts ? { contacts, Panel: Urgent } : null;
	});
	readonly #file: string;
	readonly #isAlone: boolean;
	#search: Promise<RegionSearch | null> | undefined;
	/** Query string and fragment of what is asked for. */
	#address = '';
	/** How often something was asked: of two answers under way the later one counts. */
	#asked = 0;
	#hasFailed = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#others: ReturnType<typeof setTimeout> | undefined;

	/**
	 * `file`: address of the region's search file, beside the page of its list. `alone`: its search, where
	 * no server answers anything.
	 */
	constructor(file: string, alone?: RegionSearch) {
		this.#file = file;
		this.#isAlone = alone !== undefined;
		if (alone) this.#search = Promise.resolve(alone);
	}

	/** Listens to everything in the list that asks for another one. */
	attach = (list: HTMLElement): (() => void) => {
		const listening = new AbortController();
		const { signal } = listening;
		const on = <K extends keyof HTMLElementEventMap>(
			name: K,
			act: (event: HTMLElementEventMap[K]) => unknown
		) => list.addEventListener(name, (event) => void act(event), { signal });
		on('focusin', ({ target }) => isBox(target) && this.#load());
		// Later: it also comes when the box is taken away, in the middle of that.
		on('focusout', ({ target }) => isBox(target) && queueMicrotask(() => this.#settle()));
		on('input', (event) => this.#type(event));
		on('compositionend', ({ target }) => isBox(target) && this.#ask(target.value));
		on('submit', (event) => this.#submit(event));
		on('click', (event) => this.#follow(event));
		// Somebody may have begun before this was there.
		const box = document.activeElement;
		if (isBox(box) && list.contains(box)) {
			void this.#load();
			if (box.value !== box.defaultValue) this.#ask(box.value);
		}
		addEventListener('popstate', (event) => this.#return(event), { signal });
		return () => {
			listening.abort();
			clearTimeout(this.#timer);
			clearTimeout(this.#others);
		};
	};

	/** The server has made a list, for the first time or for another address. */
	arrive(): void {
		untrack(() => {
			if (this.#isAlone || wordsIn(location.hash))
				void this.#show(location.search + location.hash, 'stay');
			else this.#rest();
		});
	}

	/** One step back or forward, within what was asked here. */
	#return({ state }: PopStateEvent): void {
		const isOurs = (state as { onDevice?: true } | null)?.onDevice ?? wordsIn(location.hash);
		if (this.shown ?? isOurs) void this.#show(location.search + location.hash, 'stay');
	}

	/** Few: what is found stands below, and is covered by them. */
	suggest = async (words: string): Promise<Suggested> => ({
		suggestions: (await this.#load())?.suggest(words).slice(0, mostSuggested) ?? []
	});

	/** What the server made is shown. */
	#rest(): void {
		this.#asked++;
		clearTimeout(this.#timer);
		this.#address = location.search;
		this.shown = this.typed = this.announced = this.counted = null;
	}

	#load(): Promise<RegionSearch | null> {
		this.#search ??= open(this.#file).catch(() => {
			this.#hasFailed = true;
			return null;
		});
		return this.#search;
	}

	#type(event: InputEvent): void {
		if (!isBox(event.target)) return;
		// Half a syllable, さk: another key will make it a kana.
		if (event.isComposing && /[a-zａ-ｚ]/i.test(event.data ?? '')) return;
		this.#ask(event.target.value);
	}

	#ask(words: string): void {
		if (this.typed === words) return;
		this.typed = words;
		void this.#show(withWords(this.#address, words.trim()), 'later');
	}

	/** False where it cannot be answered here. */
	async #show(address: string, step: Step): Promise<boolean> {
		const asked = ++this.#asked;
		this.#address = address;
		const search = await this.#load();
		if (!search) return false;
		if (asked !== this.#asked) return true;
		this.shown = search.answer(address);
		if (step === 'later') this.rows = firstRows;
		else this.#fill();
		if (step !== 'later') this.typed = this.shown.listing.filter.q;
		this.announced ??= this.shown.listing.total;
		clearTimeout(this.#timer);
		if (step === 'push') {
			note('replaceState', location.href);
			note('pushState', whole(address));
		}
		if (step === 'later') {
			this.#timer = setTimeout(() => this.#settle(), pause);
			clearTimeout(this.#others);
			this.#others = setTimeout(() => this.#fill(), betweenKeys);
		} else this.#settle();
		return true;
	}

	#fill(): void {
		clearTimeout(this.#others);
		this.rows = Infinity;
		this.counted = this.shown?.listing ?? null;
	}

	#settle(): void {
		clearTimeout(this.#timer);
		if (!this.shown || !this.#file.startsWith(`${location.pathname}/`)) return;
		this.announced = this.shown.listing.total;
		if (location.search + location.hash !== this.#address) {
			note('replaceState', whole(this.#address));
		}
	}

	async #submit(event: SubmitEvent): Promise<void> {
		const form = event.target as HTMLFormElement;
		if (this.#hasFailed || form.method !== 'get') return;
		const asked = addressOf(new FormData(form));
		if (!this.shown && !wordsIn(asked)) return;
		event.preventDefault();
		// Sent by a choice, not by hand: one step back takes it back.
		const step = event.submitter ? 'replace' : 'push';
		const isAnswered = await this.#show(behindHash(asked), step);
		if (!isAnswered) form.requestSubmit();
	}

	async #follow(event: MouseEvent): Promise<void> {
		const link = (event.target as Element).closest('a');
		const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
		if (!link || !isPlain || event.altKey || this.#hasFailed) return;
		if (link.origin !== location.origin || link.pathname !== location.pathname) return;
		const address = link.search + link.hash;
		if (!this.shown && !wordsIn(address)) return;
		// Another view is another page; the words come along behind the #.
		if (viewIn(link.search) !== viewIn(location.search)) return;
		event.preventDefault();
		const isAnswered = await this.#show(behindHash(address), 'push');
		if (!isAnswered) return location.assign(link.href);
		if (!('sveltekitNoscroll' in link.dataset)) scrollTo(0, 0);
	}
}

async function open(file: string): Promise<RegionSearch> {
	const [{ regionSearch }, answer] = await Promise.all([
		import('#lib/domain/reader/offline/region-search.ts'),
		fetch(file)
	]);
	if (!answer.ok) throw new Error(`The search file is not there: ${answer.status}`);
	return regionSearch((await answer.json()) as RegionFile);
}

/** Kit's own state goes along: to it this is still the page that it knows. */
function note(act: 'pushState' | 'replaceState', address: string): void {
	history[act]({ ...(history.state as object), onDevice: true }, '', address);
}

function addressOf(form: FormData): string {
	const entries = [...form].map(([name, value]) => [
		name,
		typeof value === 'string' ? value.trim() : ''
	]);
	return `?${String(new URLSearchParams(entries))}`;
}

const viewIn = (query: string) => new URLSearchParams(query).get('view');

const isBox = (target: EventTarget | null): target is HTMLInputElement =>
	target instanceof HTMLInputElement && target.name === 'q';

const whole = (address: string) => location.pathname + address;
