export const openNow = 'いま開いています';

/** What is open now stands beside the next dates, not among them. */
export const nowAndNext = (words: readonly string[]): { now: string[]; next: string[] } => ({
	now: [...new Set(words)].filter((one) => one.startsWith(openNow)),
	next: words.filter((one) => !one.startsWith(openNow))
});
