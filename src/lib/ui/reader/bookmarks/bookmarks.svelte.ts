import * as shelves from '#lib/domain/reader/bookmark/shelf.ts';
import type { Shelf } from '#lib/domain/reader/bookmark/shelf.ts';
import { todayInJapan } from '#lib/ui/page/today.ts';
import type { Shelves } from './shelves.ts';
import { openShelves } from './opening.ts';

const notKept =
	'このブラウザーは、しおりを残さない設定になっています。この画面を開いているあいだだけ使えます。残したいときは、印刷するか、ファイルに書き出してください。';
const full =
	'この端末の空きが足りないため、いまの変更をまだ保存できていません。この画面には残っています。ほかのものを減らすと、次の変更と一緒に保存します。ファイルに書き出しておくこともできます。';

type Act = (shelf: Shelf) => Shelf;
export type Place = { id: string; region: string; name: string };

/** The bookmarks of this device, as this page knows them. */
export class Bookmarks {
	/** Null until they are read. */
	shelf = $state.raw<Shelf | null>(null);
	/** The last thing that was done, for whoever does not see it. */
	said = $state('');
	/** Takes back what was done last, where that is possible. */
	undo = $state.raw<(() => void) | null>(null);
	/** What stands in the way of keeping anything. */
	problem = $state<string | null>(null);
	#shelves: Promise<Shelves> | undefined;
	/** Done here, but not written. */
	#unsaved: Act[] = [];
	#channel: BroadcastChannel | undefined;

	/** Where they stay. */
	stored(): Promise<Shelves> {
		return (this.#shelves ??= this.#open());
	}

	async #open(): Promise<Shelves> {
		const stored = await openShelves();
		if (stored.kind === 'memory') this.problem = notKept;
		this.shelf = await stored.read();
		if ('BroadcastChannel' in window) {
			this.#channel = new BroadcastChannel('bookmarks');
			this.#channel.onmessage = () => void this.#read(stored);
		}
		addEventListener('storage', () => void this.#read(stored));
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'visible') void this.#read(stored);
		});
		return stored;
	}

	/** What other tabs did, and what could not be written here. */
	async #read(stored: Shelves): Promise<void> {
		try {
			this.shelf = this.#unsaved.reduce((shelf, act) => act(shelf), await stored.read());
		} catch {
			// What this page knows stands.
		}
	}

	/** Seen at once; false where it could not be written, which is said. */
	async change(act: Act, said?: string): Promise<boolean> {
		const stored = await this.stored();
		this.shelf = act(this.shelf!);
		this.undo = null;
		if (said) this.said = said;
		const acts = [...this.#unsaved, act];
		try {
			this.shelf = await stored.change((shelf) => acts.reduce((shelf, act) => act(shelf), shelf));
			this.#unsaved = this.#unsaved.filter((one) => !acts.includes(one));
			if (stored.kind !== 'memory') this.problem = null;
			this.#channel?.postMessage('changed');
			return true;
		} catch {
			this.#unsaved = acts;
			this.problem = full;
			return false;
		}
	}

	async toggle(place: Place): Promise<void> {
		await this.stored();
		if (shelves.isKept(this.shelf!, place.id)) return this.release(place);
		await this.keep([place], `「${place.name}」にしおりをはさみました。この端末だけに残ります。`);
	}

	async release({ id, name }: Pick<Place, 'id' | 'name'>): Promise<void> {
		const before = this.shelf!;
		await this.change((shelf) => shelves.release(shelf, id), `「${name}」のしおりを外しました。`);
		this.undo = () =>
			void this.change(
				(shelf) => shelves.restore(shelf, before, id),
				`「${name}」のしおりを戻しました。`
			);
	}

	/** In their order, with what they say now. */
	async keep(places: readonly (Place & { memo?: string })[], said: string): Promise<void> {
		const keptOn = todayInJapan();
		await this.change(
			(shelf) =>
				places
					.toReversed()
					.reduce(
						(shelf, { id, region, name, memo = '' }) =>
							shelves.keep(shelf, { id, region, name, memo, mark: null, keptOn }),
						shelf
					),
			said
		);
		// Whoever pays for every byte gets them when the list is looked at.
		if (isSaving()) return;
		const { completeCopies } = await import('./copies.ts');
		await completeCopies(await this.stored(), this.shelf!);
	}

	/** What places have hidden since goes from the copies: once for each visit, when there are any. */
	async renew(): Promise<void> {
		const stored = await this.stored();
		if (isSaving() || visit.isRenewed() || (await stored.copies()).length === 0) return;
		const { renewCopies } = await import('./copies.ts');
		await renewCopies(stored, this.shelf!);
		visit.noteRenewed();
	}

	/** The returned function brings everything back, beside what has come since. */
	async wipe(): Promise<() => Promise<void>> {
		const stored = await this.stored();
		const [before, copies] = [this.shelf!, await stored.copies()];
		await stored.wipe();
		this.#unsaved = [];
		this.undo = null;
		this.shelf = await stored.read();
		this.#channel?.postMessage('changed');
		return async () => {
			await this.change((shelf) => shelves.merge(before, shelf));
			await stored.keepCopies(copies);
		};
	}
}

const isSaving = () =>
	(navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

const renewedKey = 'copies-renewed';
const visit = {
	isRenewed(): boolean {
		try {
			return sessionStorage.getItem(renewedKey) !== null;
		} catch {
			return false;
		}
	},
	noteRenewed(): void {
		try {
			sessionStorage.setItem(renewedKey, 'yes');
		} catch {
			// Then with every page.
		}
	}
};

export const bookmarks = new Bookmarks();
