/** `crypto.randomUUID` is for https alone, and a town may read this on its own network over http. */
export const newListId = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
		byte.toString(16).padStart(2, '0')
	).join('');
