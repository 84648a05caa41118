const short = /^(?:[ぁ-ゖ]{2,4}|[a-z]{2,4}|\p{Script=Han})$/u;

/** A few kana or Latin letters, or one kanji, stand inside many longer words: they are looked for as words. */
export const isShort = (text: string): boolean => short.test(text);

const kana = /[ぁ-ゖ]/u;
const latin = /[a-z]/u;
const han = /\p{Script=Han}/u;
const particleBefore = /[のがをにはもとでやへか]$/u;
const particleAfter = /^[のがをにはもとでやへかな]/u;
/** What may stand behind a single kanji: 駅前. */
const hanAfter = /^[前会内人所室]$/u;
/** Kana before a word that are a word too: インターネット, but not ボネット. */
const wordLong = 3;

/**
 * Whether a text stands in a folded line: a short one as a word of its own, one of three or four kana
 * also as the beginning of a word.
 */
export function stands(text: string, line: string): boolean {
	if (!isShort(text)) return line.includes(text);
	const letter = [kana, latin, han].find((kind) => kind.test(text))!;
	for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
		const before = runBefore(line, at, letter);
		const after = runAfter(line, at + text.length, letter);
		if (letter !== kana) {
			if (!before && (!after || (letter === han && hanAfter.test(after)))) return true;
			continue;
		}
		const isLong = text.length > 2;
		// A single kana at the beginning of a line is no particle: ヤギ.
		const isParticle = particleBefore.test(before) && at > 1;
		const isBegun = !before || isParticle || (isLong && before.length >= wordLong);
		if (isBegun && (isLong || !after || particleAfter.test(after))) return true;
	}
	return false;
}

function runBefore(line: string, at: number, letter: RegExp): string {
	let from = at;
	while (from > 0 && letter.test(line[from - 1]!)) from--;
	return line.slice(from, at);
}

function runAfter(line: string, at: number, letter: RegExp): string {
	let to = at;
	while (to < line.length && letter.test(line[to]!)) to++;
	return line.slice(at, to);
}
