import type { App } from './app.ts';
import { wordsOf } from './words.ts';

/** The hidden fields of those names that a page sends along: what somebody saw. */
export const hiddenIn = (page: string, names: string[]): [string, string][] =>
	names.map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1]!]);

/** Asks a running app as somebody would whose browser runs no scripts; '' for nobody in particular. */
export const client = (app: App, cookie = '') => {
	const headers = { accept: 'text/html', ...(cookie ? { cookie } : {}) };
	const get = (path: string) => fetch(app.url + path, { redirect: 'manual', headers });
	return {
		get,
		text: async (path: string) => wordsOf(await get(path)),
		send: (path: string, fields: [string, string][]) =>
			fetch(app.url + path, {
				method: 'POST',
				redirect: 'manual',
				headers: {
					...headers,
					origin: app.url,
					'content-type': 'application/x-www-form-urlencoded'
				},
				body: new URLSearchParams(fields)
			})
	};
};
