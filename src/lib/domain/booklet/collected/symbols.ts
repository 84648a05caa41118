import type { Term } from '#lib/domain/labels/vocabulary.ts';

/** One letter for each ease, told apart without colour. */
const letters: Record<string, string> = {
	...{ 'no-booking': '予', 'visit-first': '見', 'come-and-go': '出', 'no-talking': '黙' },
	...{ anonymous: '匿', 'no-phone': '文', 'online-ok': '網', 'no-face': '顔' },
	...{ 'family-alone': '家', accompany: '付', 'small-group': '少', 'quiet-room': '静' },
	...{ 'no-diagnosis': '診', 'women-time': '女', 'evening-weekend': '夜' },
	...{ 'comes-to-you': '迎', 'no-goal': '楽', 'pay-later': '後' }
};

/**
 * The letters that stand for the eases, by code: for a new term of the vocabulary the first letter of its label
 * that nothing else has, or a number.
 */
export function easeSymbols(terms: Iterable<Pick<Term, 'code' | 'label'>>): Map<string, string> {
	const all = [...terms];
	const taken = new Set(all.flatMap(({ code }) => letters[code] ?? []));
	return new Map(
		all.map(({ code, label }, at) => {
			const symbol =
				letters[code] ??
				label.match(/[\p{L}\p{N}]/gu)?.find((letter) => !taken.has(letter)) ??
				String(at + 1);
			taken.add(symbol);
			return [code, symbol];
		})
	);
}
