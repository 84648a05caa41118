export type XmlElement = {
	name: string;
	attributes: Record<string, string>;
	children: XmlElement[];
	text: string;
};

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

const unescaped = (text: string) =>
	text.replace(/&([^;]*);?/g, (_, name: string) => {
		const letter = entities[name];
		if (letter === undefined) throw new Error(`Unknown entity: ${name}`);
		return letter;
	});

/** A document, read strictly: every element is closed, every `<` and `&` is written as an entity. */
export function readXml(document: string): XmlElement {
	const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
	const open = [root];
	const [, body] = /^<\?xml version="1\.0" encoding="utf-8"\?>\n(?:<!DOCTYPE html>\n)?([^]*)$/.exec(
		document
	)!;
	const tokens: string[] = body!.match(/<[^>]*>|[^<]+/g) ?? [];
	if (tokens.join('') !== body) throw new Error('A tag has no end.');
	for (const token of tokens) {
		const parent = open.at(-1)!;
		if (!token.startsWith('<')) parent.text += unescaped(token);
		else if (token.startsWith('</')) {
			if (token !== `</${parent.name}>`) throw new Error(`${token} closes ${parent.name}`);
			open.pop();
		} else {
			const tag = /^<([a-z][a-zA-Z0-9:]*)((?: [a-zA-Z][\w:-]*="[^"<]*")*) ?(\/?)>$/.exec(token);
			if (!tag) throw new Error(`No tag: ${token}`);
			const [, name, attributes, isEmpty] = tag;
			const pairs = [...attributes!.matchAll(/([a-zA-Z][\w:-]*)="([^"]*)"/g)];
			const element: XmlElement = {
				name: name!,
				attributes: Object.fromEntries(
					pairs.map(([, key, value]): [string, string] => [key!, unescaped(value!)])
				),
				children: [],
				text: ''
			};
			parent.children.push(element);
			if (!isEmpty) open.push(element);
		}
	}
	if (open.length !== 1 || root.children.length !== 1) throw new Error('No single element.');
	return root.children[0]!;
}

export const all = ({ children }: XmlElement, name: string): XmlElement[] =>
	children.filter((one) => one.name === name);

/** Text of the one child of that name. */
export function textIn(element: XmlElement, name: string): string {
	const found = all(element, name);
	if (found.length !== 1) throw new Error(`${name}: ${found.length}`);
	return found[0]!.text;
}

/** All elements within, itself first, in their order. */
export const within = (element: XmlElement): XmlElement[] => [
	element,
	...element.children.flatMap(within)
];
