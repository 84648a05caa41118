/**
 * Places as a short text for the part of an address after `#`, which no browser sends:
 * `sakura.iZhDdqDM8b…~gunma.AAAAAAAA.k3`. Runs of places by their region, in order, and two letters that
 * tell whether anything was cut off. Of an id its last group stands for all of it: 48 bits, by chance, which are
 * looked for among the places of one region.
 */

export type MarkedPlace = {
	/** Slug. */
	region: string;
	/** The last twelve digits of the id. */
	mark: string;
};

/** More than anybody hands on, and little enough to be drawn at once. */
export const mostShared = 200;

const perMark = 8;
const markDigits = 12;
const run = /^([a-z][a-z0-9-]{0,39})\.((?:[\w-]{8})+)$/;

export const markOf = (id: string): string => id.slice(-markDigits);

export function codeOf(places: readonly { region: string; id: string }[]): string {
	const runs: { region: string; marks: string[] }[] = [];
	for (const { region, id } of places) {
		const last = runs.at(-1);
		if (last?.region === region) last.marks.push(lettersOf(markOf(id)));
		else runs.push({ region, marks: [lettersOf(markOf(id))] });
	}
	const text = runs.map(({ region, marks }) => `${region}.${marks.join('')}`).join('~');
	return `${text}.${checkOf(text)}`;
}

/** `issue` is a sentence for whoever opened the address. */
export function parseCode(code: string): { value: MarkedPlace[] } | { issue: string } {
	if (code === '') {
		return { issue: 'アドレスの「#」のあとに、場所が書かれていません。' };
	}
	const cut = code.lastIndexOf('.');
	const text = code.slice(0, cut);
	if (code.slice(cut + 1) !== checkOf(text)) {
		return {
			issue:
				'アドレスが途中で切れているか、どこかが変わっています。もらったアドレスを、はじめから終わりまで写して開いてみてください。'
		};
	}
	const places: MarkedPlace[] = [];
	for (const part of text.split('~')) {
		const [, region, letters] = run.exec(part) ?? [];
		if (!region || !letters) {
			return { issue: 'アドレスの「#」のあとが、しおりの形ではありません。' };
		}
		for (let at = 0; at < letters.length; at += perMark) {
			places.push({ region, mark: digitsOf(letters.slice(at, at + perMark)) });
		}
	}
	if (places.length > mostShared) {
		return {
			issue: `アドレスに${places.length}か所あります。一度に開けるのは、${mostShared}か所までです。`
		};
	}
	return { value: places };
}

/** Six bytes as eight letters of base64url. */
function lettersOf(mark: string): string {
	const bytes = mark.match(/../g)!.map((two) => parseInt(two, 16));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_');
}

function digitsOf(letters: string): string {
	const bytes = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
	return [...bytes].map((one) => one.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

/** Two letters, neither of which a mail program takes for the end of a sentence. */
function checkOf(text: string): string {
	let sum = 7;
	for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) % 1296;
	return sum.toString(36).padStart(2, '0');
}
