/** The form in which words are compared: width, case, kana and separators no longer matter. */
export function normalise(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
		.replace(/[\s・･,、。.\-‐‑–—―ー〜~「」『』()[\]【】!?&/]+/gu, '');
}

/** The words of a query, each normalised; `maxTerms` at most. */
export function queryTerms(query: string): string[] {
	return [...new Set(query.normalize('NFKC').split(/\s+/u).map(normalise).filter(Boolean))].slice(
		0,
		maxTerms
	);
}

const maxTerms = 8;
