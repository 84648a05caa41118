const shortest = 12;
const longest = 200;
/** Of letters that differ. */
const fewest = 5;

export const commonSentence =
	'そのパスワードは、よく使われているものと同じか、決まったくり返しです。ほかのことばにしてください。';

/** Why a text is no password for an account, as a sentence; null when it is one. */
export function passwordIssue(
	password: string,
	{ mail, name }: { mail: string; name: string }
): string | null {
	const { length } = [...password];
	if (length < shortest) {
		return `パスワードは${shortest}文字以上です。いまは${length}文字です。ことばをいくつか並べると、覚えやすく長くなります。`;
	}
	if (length > longest) return `パスワードは${longest}文字までです。いまは${length}文字あります。`;
	const folded = password.normalize('NFKC').toLowerCase();
	const own = [mail, mail.split('@')[0]!, name].filter((word) => [...word].length >= 3);
	if (own.some((word) => folded.replace(word.normalize('NFKC').toLowerCase(), '').length < 6)) {
		return 'パスワードに、名前やメールアドレスがほとんどそのまま入っています。ほかのことばにしてください。';
	}
	return isCommon(folded) ? commonSentence : null;
}

function isCommon(folded: string): boolean {
	return isOfFew(folded) || isWordWithFiller(folded) || isRepeated(folded) || isRow(folded);
}

/** What the lists of leaked passwords are full of; Japanese ones among them. */
const words =
	'password passw0rd p@ssw0rd p@ssword pass admin administrator root user guest login welcome letmein iloveyou sunshine princess dragon monkey football baseball superman batman master shadow qwerty asdfgh zxcvbn abc123 secret changeme default test sample sakura himawari tanpopo nippon nihon japan tokyo osaka kyoto sapporo nagoya fukuoka doraemon pikachu pokemon totoro naruto anpanman arigatou arigato konnichiwa ohayou sayonara aishiteru daisuki suki kawaii yoroshiku ganbare ganbaru hikikomori ibasho bookmark shiori chiiki shigen パスワード ぱすわーど ひみつ さくら ありがとう こんにちは よろしく ひきこもり いばしょ しおり'
		.split(' ')
		.toSorted((a, b) => b.length - a.length);

/** Such words one after the other, with digits and marks around them at the most: `Password-2026!!`. */
function isWordWithFiller(folded: string): boolean {
	const rest = words.reduce((text, word) => text.replaceAll(word, ''), folded);
	return rest.length < folded.length && /^[\d\p{P}\p{S}\s]*$/u.test(rest);
}

/** `aaaaaaaaaaab`: letters that differ can be counted on one hand. */
const isOfFew = (text: string): boolean => new Set(text).size < fewest;

/** One short piece over and over: `abcabcabcabc`. */
const isRepeated = (text: string): boolean =>
	[1, 2, 3, 4].some(
		(size) => text === text.slice(0, size).repeat(text.length).slice(0, text.length)
	);

const rows = [
	'0123456789',
	'1234567890',
	'abcdefghijklmnopqrstuvwxyz',
	'qwertyuiopasdfghjklzxcvbnm'
];

/** A walk along the keyboard or the alphabet, forwards or backwards, that goes on from its start. */
function isRow(text: string): boolean {
	return rows
		.flatMap((row) => [row, [...row].reverse().join('')])
		.some((row) => {
			const walk = row.repeat(Math.ceil((text.length + row.length) / row.length));
			return walk.includes(text);
		});
}
