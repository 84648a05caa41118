import './older.ts';
import { crisisFinder } from '#lib/domain/search/crisis/finder.ts';
import type { RegionWords } from '#lib/domain/reader/offline/region-file.ts';
import { element, fill } from './element.ts';
import { readEntries, type Entry } from './entries.ts';
import { facetsOf } from './facets.ts';
import { finderOf, type Finder } from './finding.ts';
import { readMaps } from './maps.ts';
import { resultsOf, statusOf } from './results.ts';
import { urgentPanel } from './urgent.ts';

/** Milliseconds after the last key. */
const pause = 250;
const longest = '100';

/** What is typed stays here: nothing is sent, stored or written into the address. */
function start(tools: HTMLElement): void {
	const entries = readEntries(document);
	const words = JSON.parse(document.getElementById('words')!.textContent ?? '') as RegionWords;
	const findUrgent = words.crisis ? crisisFinder(words.crisis) : () => null;
	const facets = facetsOf(document, entries);
	const showOnMaps = readMaps(document, entries);
	let finder: Finder | undefined;
	const find = (query: string, within: readonly Entry[]) =>
		(finder ??= finderOf(document, entries, words))(query, within);

	const input = element('input', { ...typed, maxlength: longest });
	const status = element('p', { class: 'result', role: 'status' });
	const urgent = element('div');
	const nearest = element('div');
	const clear = element('button', { type: 'button' }, '条件をはずす');
	const print = element('button', { type: 'button' }, '印刷する');
	const form = element(
		'form',
		{ role: 'search', 'aria-labelledby': 'tools-name' },
		element('h2', { id: 'tools-name' }, '探す'),
		element('label', { for: 'query' }, 'ことばで（ひらがなでも探せます）'),
		input,
		element('p', { class: 'private' }, '探したことばは、この画面の外に出ません。'),
		status,
		urgent,
		nearest,
		element('div', { class: 'facets' }, ...facets.elements),
		element('div', { class: 'acts' }, clear, print)
	);

	function show(): void {
		const query = input.value.trim();
		const chosen = facets.narrowed(entries);
		const found = query === '' ? null : find(query, entries);
		const contacts = findUrgent(query);
		const within = found ? found.entries : entries;
		const shown = found ? facets.narrowed(found.entries) : chosen;
		const isNarrowed = found !== null || facets.isChosen();
		narrow(entries, shown, isNarrowed);
		showOnMaps(new Set(shown.map(({ number }) => number)));
		facets.count(within);
		fill(status, statusOf(shown.length, entries.length, isNarrowed));
		fill(urgent, contacts && urgentPanel(contacts));
		fill(nearest, isNarrowed ? resultsOf(shown, found) : null);
		clear.hidden = !isNarrowed;
	}

	function reset(): void {
		input.value = '';
		facets.clear();
		show();
	}

	let waiting: ReturnType<typeof setTimeout> | undefined;
	input.addEventListener('input', (event) => {
		clearTimeout(waiting);
		if (!event.isComposing) waiting = setTimeout(show, pause);
	});
	input.addEventListener('compositionend', show);
	// The field of words tells of its change when it is left: at a click on what it has found, which may not go away.
	form.addEventListener('change', ({ target }) => {
		if (target !== input) show();
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		clearTimeout(waiting);
		show();
	});
	clear.addEventListener('click', () => {
		reset();
		input.focus();
	});
	print.addEventListener('click', () => window.print());
	// A link to what is left out shows all again.
	const arrive = (hash: string) => {
		const target = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
		if (target?.closest('[hidden]')) {
			reset();
			target.scrollIntoView();
		}
	};
	addEventListener('hashchange', () => arrive(location.hash));
	tools.append(form);
	show();
}

const typed = {
	...{ type: 'search', id: 'query', name: 'query', autocomplete: 'off', enterkeyhint: 'search' },
	autocapitalize: 'off'
};

function narrow(entries: readonly Entry[], shown: readonly Entry[], isNarrowed: boolean): void {
	const kept = new Set(shown);
	for (const entry of entries) entry.element.hidden = !kept.has(entry);
	document.body.classList.toggle('is-narrowed', isNarrowed);
	for (const part of Array.from(
		document.querySelectorAll<HTMLElement>('.front, .index, #contents')
	)) {
		part.hidden = isNarrowed;
	}
	for (const part of Array.from(document.querySelectorAll<HTMLElement>('.chapter'))) {
		part.hidden = !part.querySelector('article:not([hidden])');
	}
}

start(document.getElementById('tools')!);
