/**
 * For the `value` of a textarea beside its `defaultValue`, which Svelte leaves out of what the server
 * writes: without scripts it would stand empty. In a browser there is none, and the field is left alone.
 */
export const inMarkup = (text: string): string | undefined =>
	typeof document === 'undefined' ? text : undefined;
