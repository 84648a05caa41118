import { forbiddenLetter } from '#lib/domain/input/letters.ts';
import { codeOf, mostShared, parseCode, type MarkedPlace } from './code.ts';
import { longestMemo, longestName } from './shelf.ts';

/** A list that is handed on: `sakura.iZhDdqDM.k3`, and what its owner wrote only where that is wanted. */
export type Shared = {
	places: (MarkedPlace & { memo: string })[];
	name: string | null;
};

/** What stands behind the `#`. `written`: the name of the list, and memos, go along. */
export function sharedText(
	places: readonly { region: string; id: string; memo: string }[],
	written: { name: string } | null
): string {
	const code = codeOf(places.slice(0, mostShared));
	if (!written) return code;
	const more = new URLSearchParams({ n: written.name });
	places.forEach(({ memo }, at) => memo && more.append('m', `${at}.${memo}`));
	return `${code}&${more}`;
}

/** A stranger's words; none where they would turn the text around them. */
const shown = (text: string): string => (forbiddenLetter(text) ? '' : text);

/** Null where there is nothing. */
export function parseShared(hash: string): { value: Shared } | { issue: string } | null {
	const text = hash.replace(/^#/, '');
	if (text === '') return null;
	const [code = '', ...rest] = text.split('&');
	const read = parseCode(code);
	if ('issue' in read) return read;
	const more = new URLSearchParams(rest.join('&'));
	const memos = new Map(
		more.getAll('m').flatMap((one) => {
			const [, at, memo] = /^(\d{1,3})\.([^]*)$/.exec(one) ?? [];
			return memo ? [[Number(at), shown(memo.slice(0, longestMemo))] as const] : [];
		})
	);
	return {
		value: {
			places: read.value.map((place, at) => ({ ...place, memo: memos.get(at) ?? '' })),
			name: more.has('n') ? shown(more.get('n')!.slice(0, longestName)) : null
		}
	};
}
