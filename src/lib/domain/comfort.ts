/** How somebody likes to read; the script in `app.html` applies it. What is not chosen is absent. */
export type Comfort = {
	/** Of the letters. */
	size?: 'large' | 'larger';
	theme?: 'light' | 'dark';
	/** No pictures, no motion, no map. */
	calm?: 'yes';
	furigana?: 'yes';
	map?: 'off';
	/** The tab is called メモ and has an empty sheet for its icon. */
	plain?: 'yes';
	/** Said instead of others: 「ひきこもり」→「生きづらさ」. */
	words?: [from: string, to: string][];
};

export const comfortKey = 'comfort';
export const readingsKey = 'readings';
/** Where somebody left off. */
export const leftKey = 'left';

export const mostWords = 20;
export const longestWord = 20;

/** From what a device held, whoever wrote it. */
export function parseComfort(text: string | null): Comfort {
	try {
		const found: unknown = JSON.parse(text ?? '{}');
		return typeof found === 'object' && found !== null ? (found as Comfort) : {};
	} catch {
		return {};
	}
}

/** `issue`: a sentence. */
export function withWord(
	comfort: Comfort,
	from: string,
	to: string
): { value: Comfort } | { issue: string } {
	const words = (comfort.words ?? []).filter(([known]) => known !== from);
	if (!from || !to)
		return { issue: '「かえることば」と「かわりのことば」の両方を書いてください。' };
	if ([from, to].some((word) => [...word].length > longestWord)) {
		return { issue: `ことばは、それぞれ${longestWord}文字までです。` };
	}
	if (words.length >= mostWords) {
		return { issue: `${mostWords}個まで決められます。どれかを外してから、足してください。` };
	}
	const all = [...words, [from, to] as [string, string]];
	const within = all.flatMap(([, to]) => all.filter(([from]) => to.includes(from)));
	if (within.length > 0) {
		return {
			issue: `かわりのことばに「${within[0]![0]}」が入っています。入っていないことばにしてください。`
		};
	}
	return { value: { ...comfort, words: all } };
}

/** An address of this site, and nothing else, to go back to. */
export function parseLeft(text: string | null): { address: string; title: string } | null {
	try {
		const found = JSON.parse(text ?? 'null') as { address?: unknown; title?: unknown } | null;
		if (typeof found?.address !== 'string' || typeof found.title !== 'string') return null;
		if (!/^\/(?![/\\])/.test(found.address)) return null;
		return { address: found.address, title: found.title };
	} catch {
		return null;
	}
}
