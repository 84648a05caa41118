const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and attributes of a page that is made by hand. */
export const escaped = (text: string): string =>
	text.replaceAll(/[&<>"]/g, (letter) => entities[letter]!);
