/** A column's name as it is compared: width, case, blanks and marks do not matter. */
export const foldHeader = (name: string): string =>
	name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '') || name.trim();
