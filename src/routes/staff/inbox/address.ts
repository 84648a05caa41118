/** For so long what was settled can be opened again. */
const undoable = 60 * 60_000;

export const canUndo = (settled: string, now: Date): boolean =>
	/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(settled) && now.getTime() - Date.parse(settled) < undoable;

/** Which page of a list; each list has a parameter of its own. */
export function pageOf(params: URLSearchParams, name: string): number {
	const asked = params.get(name) ?? '';
	return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
}

const lists = ['place', 'page', 'proposals', 'own'];

/** `?…` of the same lists, with other pages of them; '' for all from their beginning. */
export function listAddress({ searchParams }: URL, changed: Record<string, string>): string {
	const kept = lists.flatMap((name) => {
		const value = changed[name] ?? searchParams.get(name);
		return value ? [[name, value]] : [];
	});
	return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}

/** The same lists after some of them was settled: the next ones have moved up. */
export function addressAfter(url: URL, now: Date): string {
	const settled = new URLSearchParams({ settled: now.toISOString() });
	return `${url.pathname}?${settled}${listAddress(url, {}).replace('?', '&')}`;
}
