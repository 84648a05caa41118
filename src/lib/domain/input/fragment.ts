/**
 * Addresses of a list that is searched on the device: query strings whose words stand behind the
 * `#`, which no browser sends: `?category=ibasho#q=いばしょ`.
 */

const ofWords = ['q', 'literal'];

/** The same address with its words behind the `#`. */
export function behindHash(address: string): string {
	const { query, words } = partsOf(address);
	return joined(query, words);
}

export const wordsIn = (address: string): string => partsOf(address).words.get('q') ?? '';

/** The same conditions with other words, from the first page on. */
export function withWords(address: string, q: string): string {
	const { query } = partsOf(address);
	query.delete('page');
	return joined(query, new URLSearchParams(q ? { q } : {}));
}

/** Everything an address asks for, wherever it stands. */
export function paramsOf(address: string): URLSearchParams {
	const { query, words } = partsOf(address);
	return new URLSearchParams([...words, ...query]);
}

/** What stands behind the `#` goes before what stands in the query. */
function partsOf(address: string): { query: URLSearchParams; words: URLSearchParams } {
	const [search = '', hash = ''] = address.split('#');
	const query = new URLSearchParams(search);
	const fragment = new URLSearchParams(hash);
	const from = fragment.has('q') ? fragment : query;
	const words = new URLSearchParams();
	for (const name of ofWords) {
		const value = from.get(name);
		if (value) words.append(name, value);
	}
	for (const name of ofWords) query.delete(name);
	return { query, words };
}

function joined(query: URLSearchParams, words: URLSearchParams): string {
	const [search, hash] = [String(query), String(words)];
	return (search && `?${search}`) + (hash && `#${hash}`);
}
