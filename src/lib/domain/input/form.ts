/** The fields of a form as they were sent: `FormData`, or whatever is read like it. */
export type SentForm = {
	get(name: string): unknown;
	getAll(name: string): unknown[];
	keys(): Iterable<string>;
};

/** What was typed into a field; nothing when there is none of that name, or a file. */
export function textOf(form: SentForm, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

/** Of fields that may come several times. */
export const textsOf = (form: SentForm, name: string): string[] =>
	form.getAll(name).filter((value) => typeof value === 'string');

/** The id of a row, from a hidden field; null for anything else. */
export const idIn = (form: SentForm, name: string): number | null =>
	/^\d{1,15}$/.test(textOf(form, name)) ? Number(textOf(form, name)) : null;

/** A count or number that an address tells a page; null for anything else. */
export const numberIn = (params: URLSearchParams, name: string): number | null => {
	const text = params.get(name) ?? '';
	return /^\d{1,7}$/.test(text) ? Number(text) : null;
};
