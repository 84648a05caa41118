/**
 * Lets the rows of a list be dragged to another place: what the form of the row that was dropped
 * would send, had its place been typed. Keyboards have the form itself.
 */
export function moveByDragging(list: HTMLElement): () => void {
	const rows = [...list.children] as HTMLElement[];
	let dragged: HTMLElement | null = null;
	const rowOf = ({ target }: Event) => (target as HTMLElement).closest<HTMLElement>('li');
	const mark = (row: HTMLElement | null) =>
		rows.forEach((one) => one.toggleAttribute('data-over', one === row));

	const start = (event: DragEvent) => {
		dragged = rowOf(event);
		event.dataTransfer!.effectAllowed = 'move';
		// Firefox starts no drag that carries nothing.
		event.dataTransfer!.setData('text/plain', '');
	};
	const over = (event: DragEvent) => {
		if (!dragged) return;
		event.preventDefault();
		mark(rowOf(event));
	};
	const drop = (event: DragEvent) => {
		event.preventDefault();
		const at = rows.indexOf(rowOf(event)!);
		const form = dragged?.querySelector<HTMLFormElement>('form[data-place]');
		if (!form || at < 0 || rows[at] === dragged) return;
		(form.elements.namedItem('to') as HTMLInputElement).value = String(at + 1);
		form.requestSubmit();
	};
	const end = () => {
		dragged = null;
		mark(null);
	};
	for (const row of rows) row.draggable = true;
	list.addEventListener('dragstart', start);
	list.addEventListener('dragover', over);
	list.addEventListener('drop', drop);
	list.addEventListener('dragend', end);
	return () => {
		for (const row of rows) row.draggable = false;
		list.removeEventListener('dragstart', start);
		list.removeEventListener('dragover', over);
		list.removeEventListener('drop', drop);
		list.removeEventListener('dragend', end);
	};
}
