/** The part of the page with the rows that the map shows too. */
export const resultsId = 'results';

const results = () => document.getElementById(resultsId);

/** The row of a place, by the link in its heading; null when it is on another page of the list. */
export function rowOf(id: string): HTMLElement | null {
	const links = results()?.querySelectorAll<HTMLAnchorElement>('li h2 a') ?? [];
	return [...links].find((link) => idOf(link) === id)?.closest('li') ?? null;
}

/** Sets off one row and no other; none for null. */
export function markRow(id: string | null) {
	for (const row of results()?.querySelectorAll('li[data-marked]') ?? []) {
		row.removeAttribute('data-marked');
	}
	if (id !== null) rowOf(id)?.setAttribute('data-marked', '');
}

/** Tells which row is pointed at or has the focus, null for none; what is returned ends it. */
export function followRows(onPoint: (id: string | null) => void): () => void {
	const list = results();
	const over = ({ target }: Event) => {
		const link = (target as Element).closest('li')?.querySelector<HTMLAnchorElement>('h2 a');
		onPoint(link ? idOf(link) : null);
	};
	const out = () => onPoint(null);
	const events = [
		['pointerover', over],
		['focusin', over],
		['pointerleave', out],
		['focusout', out]
	] as const;
	for (const [name, listener] of events) list?.addEventListener(name, listener);
	return () => {
		for (const [name, listener] of events) list?.removeEventListener(name, listener);
	};
}

const idOf = (link: HTMLAnchorElement) => link.pathname.split('/').at(-1)!;
