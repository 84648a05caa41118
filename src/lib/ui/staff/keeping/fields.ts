import { tick } from 'svelte';
import type { Copy } from './copies.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Pairs = Copy['pairs'];

const isField = (element: Element): element is Field =>
	element.matches('input, textarea, select') && (element as Field).name !== '';

const isTicked = (field: Field): field is HTMLInputElement =>
	field.type === 'checkbox' || field.type === 'radio';

/** Never kept: passwords, codes and files. */
const isSecret = (field: Field): boolean =>
	field.type === 'password' ||
	field.type === 'file' ||
	field.autocomplete === 'one-time-code' ||
	'secret' in field.dataset;

const ofTheForm = new Set(['tab', 'sending']);

export const fieldsIn = (form: HTMLFormElement): Field[] =>
	[...form.elements].filter(isField).filter((field) => !isSecret(field));

/** Whether somebody may write something into it that would have to be written again. */
export const isWritten = (form: HTMLFormElement): boolean =>
	// A field may be called `method`, and `form.method` is that field then.
	form.getAttribute('method')?.toLowerCase() === 'post' &&
	fieldsIn(form).some((field) => field.type !== 'hidden' && field.type !== 'submit');

/** A page may hold several forms of one action: those say which one they are. */
export const nameOf = (form: HTMLFormElement): string =>
	form.dataset['keep'] ?? (form.getAttribute('action') ?? '').replace(/&.*$/, '');

export function pairsIn(form: HTMLFormElement): Pairs {
	const known = new Set(fieldsIn(form).map(({ name }) => name));
	return [...new FormData(form)].flatMap(([name, value]) =>
		typeof value === 'string' && known.has(name) && !ofTheForm.has(name)
			? [[name, value] as [string, string]]
			: []
	);
}

export const hiddenIn = (form: HTMLFormElement): Field[] =>
	fieldsIn(form).filter(({ type }) => type === 'hidden');

/** Where somebody typed while the scripts had not come yet. */
export const touchedIn = (form: HTMLFormElement): Set<Field> =>
	new Set(fieldsIn(form).filter(isTouched));

function isTouched(field: Field): boolean {
	if (field.type === 'hidden') return false;
	if (isTicked(field)) return field.checked !== field.defaultChecked;
	if (!(field instanceof HTMLSelectElement)) return field.value !== field.defaultValue;
	const first = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
	return first !== undefined && field.value !== first.value;
}

/** Writes what was kept into the form, `but` for some fields, and returns what has no field there any more. */
export async function fill(
	form: HTMLFormElement,
	pairs: Pairs,
	but: readonly Field[] = []
): Promise<Pairs> {
	await addRows(form, pairs);
	const values = new Map<string, string[]>();
	for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
	const left = new Map([...values].map(([name, all]) => [name, [...all]]));
	for (const field of fieldsIn(form)) {
		if (ofTheForm.has(field.name)) continue;
		const given = left.get(field.name);
		if (but.includes(field)) given?.shift();
		else if (isTicked(field)) {
			tickField(field, values.get(field.name)?.includes(field.value) ?? false);
			if (field.checked) given?.splice(given.indexOf(field.value), 1);
		} else if (given && given.length > 0) write(field, given.shift()!);
	}
	return [...left].flatMap(([name, all]) =>
		all.filter(Boolean).map((value) => [name, value] as [string, string])
	);
}

function tickField(field: HTMLInputElement, checked: boolean): void {
	if (field.checked === checked) return;
	field.checked = checked;
	tell(field);
}

function write(field: Field, value: string): void {
	if (field.value === value) return;
	field.value = value;
	if (field.type !== 'hidden') tell(field);
}

/** The form's own scripts hear of it, and folded parts show it. */
function tell(field: Field): void {
	for (let part = field.closest('details'); part; part = part.parentElement!.closest('details')) {
		part.open = true;
	}
	field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** As many rows of a list as were written. */
async function addRows(form: HTMLFormElement, pairs: Pairs): Promise<void> {
	for (const [name] of pairs) {
		const list = /^(.+?)\.\d+\./.exec(name)?.[1];
		const button = [...form.querySelectorAll<HTMLButtonElement>('button[name="add"]')].find(
			({ value }) => value === list
		);
		if (!button) continue;
		for (let more = 0; more < 50 && !form.elements.namedItem(name); more++) {
			button.click();
			await tick();
		}
	}
}
