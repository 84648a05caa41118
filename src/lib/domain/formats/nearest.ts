import Fuse from 'fuse.js';

const alike = 0.4;
const longest = 32;

/** The name that a mistyped one is most like, of those the one of its length; null where none is. */
export function nearest(word: string, names: readonly string[]): string | null {
	const typed = word.normalize('NFKC').slice(0, longest);
	if (typed === '') return null;
	const options = { threshold: alike, ignoreLocation: true, includeScore: true };
	const found = new Fuse(names, options).search(typed).map(({ item, score }) => ({
		item,
		away: score! + Math.abs(item.length - typed.length) / 10
	}));
	found.sort((a, b) => a.away - b.away);
	// Fuse looks for the typed word in a name; 「電話番号」 is longer than 「電話」.
	const within = names.filter((name) => name.length > 1 && typed.includes(name));
	return found[0]?.item ?? within.sort((a, b) => b.length - a.length)[0] ?? null;
}
