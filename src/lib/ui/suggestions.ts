import type { Suggestion } from '#lib/domain/suggestion.ts';

/** What words may become; nothing where it cannot be known. */
export type Suggest = (words: string, signal: AbortSignal) => Promise<Suggestion[]>;

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
	if (!answer.ok) return [];
	return ((await answer.json()) as { suggestions: Suggestion[] }).suggestions;
};

/** What stands in the box after a choice: a word takes the place of the last one, a name of all. */
export function completed(words: string, { kind, text }: Suggestion): string {
	return kind === 'name' ? text : words.trimEnd().replace(/[^\s、,]*$/u, () => text);
}
