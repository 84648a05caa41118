type Child = Node | string | null;

/** An element with attributes, and what is in it: words are words. */
export function element<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: Record<string, string> = {},
	...children: Child[]
): HTMLElementTagNameMap[K] {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
	for (const child of children) if (child !== null) made.append(child);
	return made;
}

export function fill(parent: Element, ...children: Child[]): void {
	parent.textContent = '';
	for (const child of children) if (child !== null) parent.append(child);
}
