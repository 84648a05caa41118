/** How somebody likes to read; the script in `app.html` applies it. What is not chosen is absent. */
export type DisplaySettings = {
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

export const displaySettingsKey = 'comfort';
export const readingsKey = 'readings';
/** Where somebody left off. */
export const leftKey = 'left';

export const mostWords = 20;
export const longestWord = 20;

const choices = {
	size: ['large', 'larger'],
	theme: ['light', 'dark'],
	calm: ['yes'],
	furigana: ['yes'],
	map: ['off'],
	plain: ['yes']
} as const;

/** From what a device held, whoever wrote it. */
export function parseDisplaySettings(text: string | null): DisplaySettings {
	const found = parsed(text);
	const known = Object.entries(choices).filter(([name, values]) =>
		(values as readonly unknown[]).includes(found[name])
	);
	const isPair = (one: unknown): one is [string, string] =>
		Array.isArray(one) && one.length === 2 && one.every((word) => typeof word === 'string');
	const words = Array.isArray(found.words) ? found.words.filter(isPair) : [];
	return {
		...Object.fromEntries(known.map(([name]) => [name, found[name]])),
		...(words.length > 0 ? { words } : {})
	};
}

function parsed(text: string | null): Record<string, unknown> {
	try {
		const found: unknown = JSON.parse(text ?? '{}');
		return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}

/** `issue`: a sentence. */
export function withWord(
	settings: DisplaySettings,
	from: string,
	to: string
): { value: DisplaySettings } | { issue: string } {
	const words = (settings.words ?? []).filter(([known]) => known !== from);
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
	return { value: { ...settings, words: all } };
}

/** An address of this site, and nothing else, to go back to. */
export function parseLeft(text: string | null): { address: string; title: string } | null {
	const { address, title } = parsed(text);
	if (typeof address !== 'string' || typeof title !== 'string') return null;
	return /^\/(?![/\\])/.test(address) ? { address, title } : null;
}
