import { globSync, readFileSync } from 'node:fs';
import type { Page, Request, Route } from 'playwright-core';
import { settled } from './browser.ts';

/** What the forms of staff ask while somebody types. */
const asked = /\/(draft|pulse)$/;
const scripts = /\/_app\/.*\.js/;

/** Lets requests wait for their answers until it is called; an answer was made before, as by a slow server. */
async function hold(page: Page, pattern: RegExp): Promise<() => Promise<void>> {
	let release: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (release = resolve));
	// A page that is left does not wait for the rest of what it asked for.
	const gone = () => undefined;
	const answered: Promise<void>[] = [];
	const answer = async (route: Route) => {
		const response = await route.fetch().catch(gone);
		await held;
		if (response) await route.fulfill({ response }).catch(gone);
	};
	await page.route(pattern, (route) => {
		answered.push(answer(route));
	});
	return async () => {
		release();
		await Promise.all(answered);
		await page.unroute(pattern);
	};
}

export const holdScripts = (page: Page) => hold(page, scripts);
export const holdAnswers = (page: Page) => hold(page, asked);

/** No answer comes, until it is called. */
export async function loseAnswers(page: Page): Promise<() => Promise<void>> {
	await page.route(asked, (route) => route.abort());
	return () => page.unroute(asked);
}

/** The server has been asked because of what was typed, though it may not have answered. */
export const isAsked = (page: Page) => page.waitForRequest(asked);

/** The pause after the last key is over. */
export const elapse = (page: Page) => page.clock.fastForward(2000);

/** The same, and all that was asked because of it is answered; what was under way then is asked again. */
export async function pause(page: Page): Promise<void> {
	let count = 0;
	const note = (request: Request) => void (asked.test(request.url()) && count++);
	page.on('request', note);
	let before: number;
	do {
		before = count;
		await elapse(page);
		await settled(page);
	} while (count > before);
	page.off('request', note);
}

/** The whole page is there, its scripts may not be. */
export const isParsed = (page: Page) =>
	page.waitForFunction(() => document.readyState !== 'loading');

/** Everything that a person sees in the fields of the forms of a page, as one sorted list. */
export const written = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const kinds = 'input:not([type=hidden]):not([type=password]), textarea, select';
		return [...document.querySelectorAll<HTMLFormElement>('.staff form[method="POST"]')]
			.flatMap((form) =>
				[...form.elements]
					.filter((one) => one.matches(kinds) && (one as HTMLInputElement).name !== '')
					.map((one) => {
						const field = one as HTMLInputElement;
						const isTicked = field.type === 'checkbox' || field.type === 'radio';
						const name = `${form.dataset['keep'] ?? form.getAttribute('action') ?? ''} ${field.name}`;
						if (isTicked) return `${name} ${field.value} ${field.checked ? 'on' : 'off'}`;
						return field.value === '' ? '' : `${name} ${field.value}`;
					})
			)
			.filter((one) => one !== '')
			.sort();
	});

/** Writes into every field of every form of a page, as a hand does; returns how many fields there were. */
export const writeAll = (page: Page, words: string): Promise<number> =>
	page.evaluate((words) => {
		let count = 0;
		for (const part of document.querySelectorAll('details')) part.open = true;
		const put = (field: HTMLInputElement | HTMLSelectElement, value: string) => {
			field.value = value;
			field.dispatchEvent(new Event('input', { bubbles: true }));
		};
		for (const form of document.querySelectorAll<HTMLFormElement>('.staff form[method="POST"]')) {
			for (const one of [...form.elements]) {
				const field = one as HTMLInputElement;
				if (!field.name || /^(hidden|submit|password|file)$/.test(field.type)) continue;
				if (one.tagName === 'BUTTON' || field.autocomplete === 'one-time-code') continue;
				count++;
				if (one instanceof HTMLSelectElement) put(one, one.options[one.options.length - 1]!.value);
				else if (field.type === 'checkbox') field.click();
				else if (field.type === 'radio') {
					const all = form.querySelectorAll<HTMLInputElement>(`[name="${field.name}"]`);
					if (all[all.length - 1] === field) field.click();
				} else if (field.type === 'date') put(field, '2026-01-05');
				else if (field.type === 'time') put(field, '13:45');
				else if (field.type === 'email') put(field, 'kaku@example.jp');
				else {
					field.focus();
					field.select();
					if (!document.execCommand('insertText', false, words)) put(field, words);
				}
			}
		}
		return count;
	}, words);

/** The forms that a page shows, by action. */
export const formsIn = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLFormElement>('.staff form[method="POST"]')].map(
			(form) => (form.getAttribute('action') ?? '').split('&')[0]!
		)
	);

/** A field that somebody writes or chooses in, or a part that has some. */
const hasFields = /<(textarea|select|Reason|Reach|Credentials)\b|<input(?![^>]*type="hidden")/;

/** Every page of the staff area that has a form to write in, with the actions that stand in its source. */
export function pagesWithForms(): { route: string; actions: string[] }[] {
	return globSync('src/routes/staff/**/+page.svelte')
		.map((file) => {
			const source = readFileSync(file, 'utf8');
			const forms = source.match(/<form\s[^>]*method="POST"[^]*?<\/form>/g) ?? [];
			const actions = forms
				.filter((form) => hasFields.test(form))
				.map((form) => /action="(\?\/\w+)/.exec(form.slice(0, form.indexOf('>')))?.[1] ?? '');
			if (source.includes('<Editor')) actions.push('?/save');
			const route = file.slice('src/routes'.length, -'/+page.svelte'.length);
			return { route, actions: [...new Set(actions)] };
		})
		.filter(({ actions }) => actions.length > 0)
		.sort((a, b) => a.route.localeCompare(b.route));
}
