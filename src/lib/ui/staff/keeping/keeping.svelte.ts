import { ask, keepDraft, type Trouble } from './asking.ts';
import * as copies from './copies.ts';
import { fill, hiddenIn, isWritten, nameOf, pairsIn, touchedIn } from './fields.ts';

/** Milliseconds after the last key. */
const pause = 1200;
/** Between two looks whether one can save again. */
const patience = 10_000;

/** Actions that take what is typed and give the form back: nothing of it is done with. */
const givesBack = /\?\/(look|draft)\b/;

/**
 * Keeps what is typed into any form of staff: on this device at once, on the server a moment later where
 * the form has a draft there (`data-draft`), and sends nothing that could not be taken.
 */
export class Keeping {
	trouble = $state.raw<Trouble | null>(null);
	/** When what was found on the device was typed. */
	restored = $state.raw<{ at: string; unplaced: copies.Copy['pairs'] } | null>(null);
	/** Typed in another tab, or in one that is closed. */
	others = $state.raw<{ form: HTMLFormElement; copy: copies.Copy }[]>([]);
	/** Whether the device keeps anything. */
	isKept = $state(true);

	readonly #staff: string;
	readonly #tab = copies.tabOf();
	readonly #first = new WeakMap<HTMLFormElement, string>();
	readonly #waiting = new WeakMap<HTMLFormElement, ReturnType<typeof setTimeout>>();
	readonly #sure = new WeakSet<HTMLFormElement>();
	/** Drafts under way; what is typed meanwhile is kept after them. */
	readonly #busy = new WeakMap<HTMLFormElement, Promise<unknown>>();
	readonly #sending = new WeakSet<HTMLFormElement>();
	#asking: Promise<Trouble | null> | undefined;
	#again: ReturnType<typeof setTimeout> | undefined;

	constructor(staff: string) {
		this.#staff = staff;
	}

	attach = (root: HTMLElement): (() => void) => {
		const listening = new AbortController();
		const { signal } = listening;
		const typed = ({ target }: Event) => {
			const { form } = target as HTMLInputElement;
			if (form && isWritten(form)) this.#typed(form);
		};
		root.addEventListener('input', typed, { signal });
		root.addEventListener('change', typed, { signal });
		root.addEventListener('submit', (event) => this.#submit(event), { signal });
		const back = () => this.trouble && void this.#look();
		addEventListener('focus', back, { signal });
		addEventListener('online', back, { signal });
		return () => {
			listening.abort();
			clearTimeout(this.#again);
		};
	};

	/** `isAnswer`: the page shows what was sent just now. */
	async arrive(root: HTMLElement, { isAnswer }: { isAnswer: boolean }): Promise<void> {
		this.restored = null;
		this.others = [];
		const taken = takenName();
		if (taken) copies.dropWhere(({ sent }) => sent === taken);
		const here = copies.list(this.#staff).filter(({ path }) => path === location.pathname);
		for (const form of root.querySelectorAll('form')) {
			if (!isWritten(form)) continue;
			const tab = form.querySelector<HTMLInputElement>('input[name="tab"]');
			if (tab) tab.value = this.#tab;
			const touched = touchedIn(form);
			// What an answer shows is saved nowhere yet.
			this.#first.set(form, touched.size > 0 || isAnswer ? '' : textOf(form));
			const found = here.filter(({ form: name }) => name === nameOf(form));
			const own = found.find((copy) => copy.tab === this.#tab);
			// What they say is newer than what was kept: which version the answer has shown.
			const but = isAnswer ? [...touched, ...hiddenIn(form)] : [...touched];
			if (own && !(isAnswer && own.isAsked)) await this.#restore(form, own, { but, isAnswer });
			else if (own || touched.size > 0) this.#typed(form);
			const others = found.filter((copy) => copy !== own && !isShown(form, copy));
			this.others = [...this.others, ...others.map((copy) => ({ form, copy }))];
		}
	}

	async #restore(
		form: HTMLFormElement,
		copy: copies.Copy,
		{ but, isAnswer }: { but?: Parameters<typeof fill>[2]; isAnswer: boolean }
	): Promise<void> {
		if (isShown(form, copy)) return;
		const unplaced = await fill(form, copy.pairs, but);
		this.#typed(form);
		if (!isAnswer) this.restored = { at: copy.at, unplaced };
	}

	/** Takes over what another tab has typed. */
	async take(copy: copies.Copy): Promise<void> {
		const found = this.others.find((other) => other.copy === copy);
		this.others = this.others.filter((other) => other !== found);
		if (!found) return;
		await this.#restore(found.form, copy, { isAnswer: false });
		copies.drop(copy);
	}

	/** Nothing of this page is left on the device; what stands in the fields stays there. */
	throwAway(): void {
		copies.dropWhere(({ staff, path }) => staff === this.#staff && path === location.pathname);
		this.restored = null;
		this.others = [];
	}

	#typed(form: HTMLFormElement): void {
		this.#keep(form);
		clearTimeout(this.#waiting.get(form));
		this.#waiting.set(
			form,
			setTimeout(() => void this.#settle(form), pause)
		);
	}

	#placeOf = (form: HTMLFormElement) => ({
		...{ staff: this.#staff, path: location.pathname },
		...{ form: nameOf(form), tab: this.#tab }
	});

	#keep(form: HTMLFormElement, how: Pick<copies.Copy, 'sent' | 'isAsked'> = {}): void {
		const place = this.#placeOf(form);
		if (!how.sent && textOf(form) === this.#first.get(form)) return copies.drop(place);
		this.isKept = copies.keep({ ...place, pairs: pairsIn(form), ...how });
	}

	/** On the server, or at least whether one could. */
	async #settle(form: HTMLFormElement): Promise<void> {
		if (!form.isConnected) return;
		if (this.#busy.has(form)) return this.#typed(form);
		const { draft } = form.dataset;
		if (!draft) return this.#say(await this.#ask());
		const written = textOf(form);
		const asking = keepDraft(this.#staff, draft, new FormData(form));
		this.#busy.set(form, asking);
		const answer = await asking;
		this.#busy.delete(form);
		if (!('kept' in answer)) return this.#say(answer.trouble);
		if (textOf(form) === written) copies.drop(this.#placeOf(form));
		this.#say(null);
		if (this.restored?.unplaced.length === 0) this.restored = null;
		form.dispatchEvent(new CustomEvent('kept', { detail: answer.kept }));
	}

	/** Once for all forms that want to know at the same time. */
	#ask(): Promise<Trouble | null> {
		this.#asking ??= ask(this.#staff).finally(() => (this.#asking = undefined));
		return this.#asking;
	}

	#say(trouble: Trouble | null): void {
		this.trouble = trouble;
		clearTimeout(this.#again);
		if (trouble) this.#again = setTimeout(() => void this.#look(), patience);
	}

	/** Whether one can save again, and then goes on. */
	async #look(): Promise<void> {
		const trouble = await this.#ask();
		if (trouble || this.trouble?.is === 'elsewhere') return this.#say(trouble ?? this.trouble);
		this.#say(null);
		for (const form of document.querySelectorAll('form')) {
			if (form.dataset['draft'] && textOf(form) !== this.#first.get(form)) this.#typed(form);
		}
	}

	#submit(event: SubmitEvent): void {
		const form = event.target as HTMLFormElement;
		const submitter = event.submitter as HTMLButtonElement | null;
		const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
		if (action === '/staff/leave') copies.dropWhere(({ staff }) => staff === this.#staff);
		if (action.startsWith('?/discard')) this.throwAway();
		if (event.defaultPrevented || !isWritten(form)) return;
		clearTimeout(this.#waiting.get(form));
		if (this.#sure.has(form)) return;
		event.preventDefault();
		this.#keep(form, { isAsked: givesBack.test(action) });
		if (this.#sending.has(form)) return;
		this.#sending.add(form);
		void this.#send(form, submitter, givesBack.test(action)).finally(() =>
			this.#sending.delete(form)
		);
	}

	async #send(form: HTMLFormElement, submitter: HTMLElement | null, isGivenBack: boolean) {
		// A draft that comes after what it was a draft of would stay.
		await this.#busy.get(form);
		const trouble = await this.#ask();
		this.#say(trouble);
		if (trouble) return;
		if (!isGivenBack) this.#keep(form, { sent: this.#mark(form) });
		this.#sure.add(form);
		form.requestSubmit(submitter);
		this.#sure.delete(form);
	}

	/** The name by which the server says that it has taken this. */
	#mark(form: HTMLFormElement): string {
		const known = form.querySelector<HTMLInputElement>('input[name="sending"]');
		const field = known ?? document.createElement('input');
		Object.assign(field, { type: 'hidden', name: 'sending', value: copies.drawName() });
		if (!known) form.append(field);
		return field.value;
	}
}

const textOf = (form: HTMLFormElement): string => JSON.stringify(pairsIn(form));

const isShown = (form: HTMLFormElement, { pairs }: copies.Copy): boolean =>
	textOf(form) === JSON.stringify(pairs);

/** Said once, in a cookie that ends with being read (`hooks/taken.ts`). */
function takenName(): string | undefined {
	const [, name] = /(?:^|; )taken=([\da-f]{24})/.exec(document.cookie) ?? [];
	if (name) document.cookie = 'taken=; path=/staff; max-age=0';
	return name;
}
