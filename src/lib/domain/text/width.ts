/** In full-width letters, rather too many. */
export const widthOf = (text: string): number =>
	[...text].reduce((sum, letter) => sum + (letter < '\u2000' ? 0.55 : 1), 0);
