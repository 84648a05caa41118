/** An entry as it stands in the page, which is all that the script knows of it. */
export type Entry = {
	number: number;
	element: HTMLElement;
	name: string;
	kana: string | null;
	organization: string | null;
	/** All that is said of it, line by line. */
	texts: string[];
	/** In words, by what they are about. */
	said: Record<Aspect, string[]>;
};

export const aspects = ['category', 'need', 'municipality', 'ease'] as const;
export type Aspect = (typeof aspects)[number];

const unread = /^(?:rt|rp|script|style)$/i;

/** Words without the kana above them. */
export function plainText(node: Node): string {
	if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
	if (unread.test(node.nodeName) || (node as Element).className === 'reading') return '';
	if (node.nodeName.toLowerCase() === 'br') return '\n';
	return Array.from(node.childNodes, plainText).join('');
}

const all = <T extends Element>(root: ParentNode, selector: string): T[] =>
	Array.from(root.querySelectorAll<T>(selector));

const wordsAt = (root: ParentNode, selector: string): string | null => {
	const found = root.querySelector(selector);
	return found ? plainText(found).trim() : null;
};

/** All entries of the page, in its order. */
export function readEntries(root: ParentNode): Entry[] {
	const indexed = {
		need: headingsOf(root, 'need'),
		municipality: headingsOf(root, 'municipality')
	};
	return all<HTMLElement>(root, 'article.entry').map((element) => {
		const number = Number(element.id.slice(1));
		return {
			number,
			element,
			name: wordsAt(element, 'h3') ?? '',
			kana: element.getAttribute('data-kana'),
			organization: wordsAt(element, '.organization'),
			texts: all(element, '.notice, .text, dd').map((one) => plainText(one).trim()),
			said: {
				category: [wordsAt(element, '.category') ?? ''].filter(Boolean),
				need: indexed.need.get(number) ?? [],
				municipality: indexed.municipality.get(number) ?? [],
				ease: all(element, '.eases li').map((one) => plainText(one.lastChild!).trim())
			}
		};
	});
}

/** Under which headings of an index each number stands. */
function headingsOf(root: ParentNode, code: string): Map<number, string[]> {
	const headings = new Map<number, string[]>();
	for (const group of all(root, `#index-${code} .group`)) {
		const heading = wordsAt(group, 'h3') ?? '';
		for (const link of all(group, 'li a')) {
			const number = Number(/\d+$/.exec(link.getAttribute('href') ?? '')?.[0]);
			const known = headings.get(number);
			if (known) known.push(heading);
			else headings.set(number, [heading]);
		}
	}
	return headings;
}

/** What there is to choose from, in the order in which the page first says it. */
export function choicesOf(root: ParentNode, entries: readonly Entry[], aspect: Aspect): string[] {
	const present = new Set(entries.flatMap(({ said }) => said[aspect]));
	const inOrder =
		aspect === 'ease' || aspect === 'category'
			? all(root, '.legend li').map((one) => plainText(one.lastChild!).trim())
			: all(root, `#index-${aspect} .group h3`).map((one) => plainText(one).trim());
	return [...new Set([...inOrder.filter((one) => present.has(one)), ...present])];
}
