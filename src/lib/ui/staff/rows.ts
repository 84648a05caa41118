/** j and k, or the arrows, go from row to row of a table; space marks, as it does on any box. */
export function moveByKeys(table: HTMLTableElement): () => void {
	const move = (event: KeyboardEvent) => {
		const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
		const target = event.target as HTMLElement;
		if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
		if (target.matches('select, textarea, input:not([type=checkbox])')) return;
		const rows = [...table.tBodies[0]!.rows];
		const at = rows.findIndex((row) => row.contains(target));
		const next = rows[at + step];
		if (at < 0 || !next) return;
		event.preventDefault();
		const kind = target.matches('input') ? 'input' : 'a, input';
		next.querySelector<HTMLElement>(kind)?.focus();
	};
	table.addEventListener('keydown', move);
	return () => table.removeEventListener('keydown', move);
}
