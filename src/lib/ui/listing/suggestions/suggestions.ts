import type { Component } from 'svelte';
import type { Contact } from '#lib/domain/search/crisis/contact.ts';
import type { Suggestion } from '#lib/domain/listing/suggestion.ts';

/** Whom somebody may reach now, and what shows them: it is fetched only then. */
export type Urgency = { contacts: Contact[]; Panel: Component<{ contacts: Contact[] }> };

/** What words may become; nothing where it cannot be known. */
export type Suggest = (words: string, signal: AbortSignal) => Promise<Suggested>;
export type Suggested = {
	suggestions: Suggestion[];
	/** Whom somebody may reach now; absent where the list says so. */
	urgent?: Contact[] | null;
};

export const kindNames: Record<Suggestion['kind'], string> = {
	name: '名前',
	category: '区分',
	municipality: '市町村',
	need: '困りごと'
};

/** Over all regions, by asking the server. */
export const suggestionsFor: Suggest = async (words, signal) => {
	const answer = await fetch(`/api/suggest?${String(new URLSearchParams({ q: words }))}`, {
		signal
	});
	return answer.ok ? ((await answer.json()) as Suggested) : { suggestions: [] };
};

/** What stands in the box after a choice: a word takes the place of the last one, a name of all. */
export function completed(words: string, { kind, text }: Suggestion): string {
	return kind === 'name' ? text : words.trimEnd().replace(/[^\s、,]*$/u, () => text);
}
