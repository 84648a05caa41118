import { globSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentenceOf } from '../../src/hooks/sentences.ts';
import { fill, type AccessWorld } from '../support/access-world.ts';
import { actors, outcomeOf, wordsOf, type Actor, type Outcome } from '../support/access.ts';
import { startApp, type App } from '../support/app.ts';
import { offered } from '../support/offered.ts';

let app: App;
let world: AccessWorld;
beforeAll(async () => {
	app = await startApp();
	world = await fill(app.database);
});
afterAll(() => app.stop());

type Cell = { method: string; address: string; actor: Actor; due: Outcome };

const escape = (route: string) => route.replaceAll(/[[\]]/g, '[$&]');
const isPage = (route: string) => globSync(`src/routes${escape(route)}/+page.svelte`).length > 0;

/** Every way to ask a route that there is, and some that there are not. */
function questionsOf(
	route: string,
	offers: string[]
): { method: string; tail: string; words: string }[] {
	const said = (request: string) => {
		const words = wordsOf(route, request);
		if (!words) throw new Error(`Say in tests/support/access.ts who may ${request} ${route}`);
		return words;
	};
	const actions = offers.filter((offer) => offer.startsWith('POST '));
	const questions = [
		...actions.map((action) => {
			const name = action.slice('POST '.length);
			return { method: 'POST', tail: name === 'default' ? '' : `?/${name}`, words: said(action) };
		}),
		{ method: 'DELETE', tail: '', words: 'no-such-method' }
	];
	if (offers.includes('POST')) questions.push({ method: 'POST', tail: '', words: said('POST') });
	else if (actions.length === 0)
		questions.push({ method: 'POST', tail: '', words: 'no-such-method' });
	else questions.push({ method: 'POST', tail: '?/nothing', words: 'not-found' });
	if (!offers.includes('GET')) questions.push({ method: 'GET', tail: '', words: 'no-such-method' });
	else questions.push({ method: 'GET', tail: '', words: said('GET') });
	if (isPage(route)) questions.push({ method: 'GET', tail: '/__data.json', words: said('GET') });
	return questions;
}

function addressOf(route: string, whose: 'own' | 'other'): string {
	let above = '';
	const parts = route.split('/').map((part) => {
		above += part === '' ? '' : `/${part}`;
		const [, name] = /^\[(\w+)\]$/.exec(part) ?? [];
		if (!name) return part;
		const params = world.params[whose];
		const value = params[above] ?? params[name];
		if (!value) throw new Error(`Say in tests/support/access-world.ts what stands for ${above}`);
		return value;
	});
	return parts.join('/');
}

const same = new Set<string>(['no-such-method', 'not-found']);

function cells(): Cell[] {
	const all = new Map<string, Cell>();
	for (const [route, offers] of Object.entries(offered())) {
		for (const { method, tail, words } of questionsOf(route, offers)) {
			for (const actor of actors) {
				for (const whose of ['own', 'other'] as const) {
					const address = `${addressOf(route, whose)}${tail}`.replace(/^\/\//, '/');
					const due = same.has(words) ? (words as Outcome) : outcomeOf(words, actor, whose);
					all.set(`${method} ${address} ${actor}`, { method, address, actor, due });
				}
			}
		}
	}
	return [...all.values()];
}

/** What came back, as far as the table decides it. A broken form is refused only after that. */
async function ask({ method, address, actor }: Cell): Promise<Outcome | `odd ${string}`> {
	const cookie = world.cookies[actor];
	const sends = method !== 'GET';
	const response = await fetch(app.url + address, {
		method,
		redirect: 'manual',
		headers: {
			accept: 'text/html',
			...(cookie ? { cookie } : {}),
			...(sends ? { origin: app.url, 'content-type': 'multipart/form-data; boundary=x' } : {})
		},
		...(sends ? { body: 'broken' } : {})
	});
	const text = await response.text();
	const { status } = response;
	const location = response.headers.get('location') ?? /"location":"([^"]*)"/.exec(text)?.[1] ?? '';
	if (status === 401 || location.startsWith('/staff/login?')) return 'sign-in';
	if (location.startsWith('/staff/confirm?')) return 'confirm';
	if (status === 405) return 'no-such-method';
	if (sends && status === 400) return 'admitted';
	// What a page or an endpoint itself does not know, it says in words of its own.
	const isOfTable = !text.includes('/_app/') && text.includes(sentenceOf(404));
	if (status === 404 && isOfTable) return 'not-found';
	return !sends && status !== 500 ? 'admitted' : `odd ${status}`;
}

test('every page, data request, action and endpoint answers every actor as is written down', async () => {
	const all = cells();
	const wrong: string[] = [];
	const waiting = all.values();
	const worker = async () => {
		for (const cell of waiting) {
			const answer = await ask(cell);
			const { method, address, actor, due } = cell;
			if (answer !== due) wrong.push(`${method} ${address} ${actor}: ${answer}, not ${due}`);
		}
	};
	await Promise.all(Array.from({ length: 16 }, worker));
	expect(wrong).toEqual([]);
	const isOffered = ({ due }: Cell) => due !== 'no-such-method';
	expect(all.filter(isOffered).length, 'of what there is').toBeGreaterThan(1000);
});

const odd = {
	'text/plain': 'a=1',
	'application/x-sveltekit-formdata': '\0\0\0\0',
	'application/xml': '<a/>',
	'application/x-www-form-urlencoded': '__proto__=1&eases.__proto__=yes'
};

test('what no form sends is refused in Japanese by every action, and surprises none', async () => {
	const actions = cells().filter(
		({ method, actor, due }) => method === 'POST' && actor === 'admin' && due === 'admitted'
	);
	const wrong: string[] = [];
	for (const { address } of actions) {
		for (const [type, body] of Object.entries(odd)) {
			const response = await fetch(app.url + address, {
				method: 'POST',
				redirect: 'manual',
				headers: {
					...{ accept: 'text/html', cookie: world.cookies.admin, origin: app.url },
					'content-type': type
				},
				body
			});
			const due = type.endsWith('urlencoded') ? 422 : 415;
			const text = await response.text();
			if (response.status !== due || !text.includes(sentenceOf(due))) {
				wrong.push(`${address} ${type}: ${response.status}`);
			}
		}
	}
	expect(wrong).toEqual([]);
	expect(actions.length).toBeGreaterThan(30);
});
