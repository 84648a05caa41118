/** What was typed into a field; nothing when there is none of that name, or a file. */
export function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

/** Of fields that may come several times. */
export const textsOf = (form: FormData, name: string): string[] =>
	form.getAll(name).filter((value) => typeof value === 'string');
