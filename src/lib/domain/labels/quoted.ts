/** What somebody wrote, between quotation marks; those within it become the inner ones (『』). */
export const quoted = (text: string): string =>
	`「${text.replaceAll('「', '『').replaceAll('」', '』')}」`;
