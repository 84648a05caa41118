import { toRomaji } from 'wanakana';
import { alternatives, type SynonymGroup } from '#lib/domain/search/synonyms.ts';
import type { Vocabularies } from '#lib/domain/labels/vocabulary.ts';
import { dice as diceOf, type Dice } from '../../../bench/search/random.ts';
import type { Searched } from '../../../bench/search-data.ts';
import { judge, queryClasses, type Golden, type QueryClass } from './relevance.ts';

type Names = { synonyms: readonly SynonymGroup[]; vocabularies: Vocabularies };
type Made = Omit<Golden, 'class'> | null;

const variants = [
	...[
		'髙高',
		'﨑崎',
		'澤沢',
		'邊辺',
		'邉辺',
		'齋斎',
		'齊斎',
		'斉斎',
		'廣広',
		'濱浜',
		'櫻桜',
		'瀧滝'
	],
	...['德徳', '冨富', '國国', '眞真', '嶋島', '龍竜']
].map((pair) => [...pair] as [string, string]);

const pieces = (name: string) => name.split(/[\s「」]+/u).filter(Boolean);
const last = (name: string) => pieces(name).at(-1)!;

/** A neighbour on the keyboard or in the list of conversions: here any letter of the same script. */
function slipOf(dice: Dice, letter: string, others: string): string {
	if (/\p{Script=Han}/u.test(letter)) return dice.one([...others].filter((one) => one !== letter));
	const code = letter.codePointAt(0)!;
	return String.fromCodePoint(code + (code % 2 === 0 ? 1 : -1));
}

const kanji = '会回開海界相想総送談団段支志始援縁園所処書場馬家科課加花化火労老朗働動道';

const makers: Record<QueryClass, (dice: Dice, one: Searched, names: Names) => Made> = {
	exact: (_, { content: { name } }) => ({ query: name, finds: { name } }),
	part: (dice, { content: { name } }) => {
		const part = pieces(name).length > 1 ? last(name) : name.slice(dice.below(2) * 2).slice(0, 5);
		return part.length < 3 || part === name ? null : { query: part, finds: { like: part } };
	},
	typo: (dice, { content: { name } }) => {
		if (name.length < 5) return null;
		const at = 1 + dice.below(name.length - 1);
		const letter = name[at]!;
		if (!/[\p{L}]/u.test(letter) || letter === 'ー') return null;
		const slip = dice.one([
			slipOf(dice, letter, kanji),
			slipOf(dice, letter, kanji),
			'',
			letter + letter
		]);
		return { query: name.slice(0, at) + slip + name.slice(at + 1), finds: { name } };
	},
	transposition: (dice, { content: { name } }) => {
		const at = dice.below(name.length - 1);
		const [first, second] = [name[at]!, name[at + 1]!];
		if (name.length < 5 || first === second || /[\s「」]/u.test(first + second)) return null;
		return { query: name.slice(0, at) + second + first + name.slice(at + 2), finds: { name } };
	},
	kana: (dice, { content: { name, kana } }) => {
		const typed = kana && dice.percent(50) ? last(kana) : kana;
		if (!typed || typed.length < 4 || !/\p{Script=Han}/u.test(last(name))) return null;
		return { query: typed, finds: { like: typed } };
	},
	script: (_, { content: { name } }) => {
		const part = last(name);
		const shift = /^[ぁ-ゖ]{3,}$/u.test(part) ? 0x60 : /^[ァ-ヶー]{3,}$/u.test(part) ? -0x60 : 0;
		if (shift === 0) return null;
		const typed = part.replace(/[ぁ-ゖァ-ヶ]/gu, (kana) =>
			String.fromCharCode(kana.charCodeAt(0) + shift)
		);
		return { query: typed, finds: { like: part } };
	},
	romaji: (_, { content: { kana } }) => {
		const part = last(kana ?? '-');
		if (!/^[ぁ-ゖ]{4,}$/u.test(part)) return null;
		return { query: toRomaji(part), finds: { like: part } };
	},
	variant: (_, { content: { name, kana } }) => {
		const pair = variants.find(([old, new_]) => name.includes(old) || name.includes(new_));
		if (!pair || !kana) return null;
		const [old, new_] = pair;
		const query = name.includes(old) ? name.replace(old, new_) : name.replace(new_, old);
		return { query, finds: { like: kana } };
	},
	width: (_, { content: { name } }) => {
		const query = name
			.replace(/[!-~]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
			.replace(/[ァ-ヶー]+/gu, halfWidth);
		return query === name ? null : { query, finds: { like: name } };
	},
	synonym: (dice, _, { synonyms, vocabularies }) => {
		const step = dice.one(alternatives(dice.one(synonyms)));
		if (step.weight < 0.7) return null;
		const groups = synonyms.filter((group) =>
			alternatives(group).some(({ from }) => from === step.from)
		);
		const words = groups.flatMap(alternatives).filter(({ from }) => from === step.from);
		// What the vocabularies say of the word is an answer too.
		const labels = (['category', 'need', 'audience', 'ease'] as const).flatMap((name) =>
			[...vocabularies[name].values()]
				.filter((term) => term.synonyms.includes(step.from))
				.map(({ label }) => label)
		);
		return { query: step.from, finds: { says: [...words.map(({ to }) => to), ...labels] } };
	},
	words: (dice, { content, place }, { vocabularies }) => {
		const town = place?.name.replace(/[市区町村].*$/u, '') ?? '';
		if (town.length < 2) return null;
		const { label } = vocabularies.category.get(content.categories[0]!)!;
		const part = last(content.name);
		const [query, rest] =
			dice.percent(50) && !label.includes('・')
				? [label, { says: [label] }]
				: [part, { like: part }];
		return part.length < 2 ? null : { query: `${town} ${query}`, finds: { town, ...rest } };
	},
	two: (dice, { content: { summary, description } }) => {
		const text = `${summary ?? ''}${description ?? ''}`;
		const found = text.match(/(?<!\p{Script=Han})\p{Script=Han}{2}(?!\p{Script=Han})/gu);
		if (!found) return null;
		const word = dice.one(found);
		return { query: word, finds: { says: [word] } };
	}
};

/**
 * `perClass` queries of every class, made from documents that the dice choose. A word is a synonym
 * here only when no document says it itself, so that nothing but the list of synonyms answers it.
 */
export function generateGolden(
	documents: readonly Searched[],
	names: Names,
	{ seed, perClass }: { seed: number; perClass: number }
): Golden[] {
	const dice = diceOf(seed);
	const relevant = judge(documents, names.vocabularies);
	return queryClasses.flatMap((name) => {
		const made = new Map<string, Golden>();
		for (let tries = 0; tries < 20_000 && made.size < perClass; tries++) {
			const one = makers[name](dice, dice.one(documents), names);
			if (!one || made.has(one.query)) continue;
			const golden: Golden = { class: name, ...one };
			if (relevant(golden).size === 0) continue;
			const isSaid =
				name === 'synonym' && relevant({ ...golden, finds: { says: [one.query] } }).size > 0;
			if (!isSaid) made.set(one.query, golden);
		}
		return [...made.values()];
	});
}

const full =
	'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー';
const half = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ';

const halfWidth = (text: string) =>
	text
		.normalize('NFD')
		.replace(/./gu, (letter) =>
			letter === '\u3099' ? 'ﾞ' : letter === '\u309a' ? 'ﾟ' : (half[full.indexOf(letter)] ?? letter)
		);
