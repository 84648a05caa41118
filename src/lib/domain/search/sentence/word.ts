import type { Lexicon } from '#lib/domain/search/lexicon.ts';
import { termOf, type Term } from '#lib/domain/search/query.ts';
import { vowelOf } from '#lib/domain/text/vowels.ts';
import { lightStems } from './function-words.ts';
import type { Stem } from './stems.ts';
import { plain, spanOf, weightOf, type Want } from './want.ts';

const ofWord = 1;
/** Of a word of which the model tells what it says. */
const ofKnown = 0.6;

const hasCodes = (text: string, { words }: Lexicon) =>
	words.get(text)?.some(({ codes }) => codes.length > 0) ?? false;

/** A negated word says what is not wanted; light words and single letters stand in too many texts. */
export const isSearched = ({ isNot, stem, text, isKnown }: Stem, lexicon: Lexicon): boolean =>
	!isNot &&
	!lightStems.has(stem) &&
	(hasCodes(text, lexicon) || (text.length > 1 && (isKnown || !/^[ぁ-ゖ]{2}$/u.test(text))));

/** The kind of place that a word is the name of. */
export const kindOf = ({ text }: Stem, { words }: Lexicon): string | undefined =>
	words
		.get(text)
		?.find(({ codes, weight }) => weight === 1 && codes[0]?.startsWith('category='))
		?.codes[0]?.split('=')[1];

/** A word as it stands in names and texts, and the kind of place that it names. */
export function wordOf(stem: Stem, lexicon: Lexicon, isAlone: boolean): Want {
	const term = withOtherForms(termOf(stem.text, lexicon), stem);
	const kind = kindOf(stem, lexicon);
	const alternatives =
		kind || isAlone ? term.alternatives : term.alternatives.filter(({ text }) => text !== null);
	const isKnown = !isAlone && lexicon.model.features.has(stem.stem);
	return {
		...plain,
		facet: kind ? 'category' : null,
		codes: kind ? [kind] : [],
		term: { ...term, alternatives },
		parts: alternatives,
		weight: kind ? weightOf('category') : isKnown ? ofKnown : ofWord,
		isExtra: !kind && !isAlone,
		spans: [spanOf(stem)]
	};
}

/** As it is spelt elsewhere (ボドゲ, ボードゲーム), and as it is folded before a particle (ギターを). */
function withOtherForms(term: Term, { stem, text, isLong }: Stem): Term {
	const forms = [
		...(stem === text ? [] : [stem]),
		...(isLong ? [text + vowelOf(text.at(-1)!)] : [])
	];
	const [typed] = term.alternatives;
	const others = forms.map((text) => ({ ...typed!, text }));
	return { ...term, alternatives: [...term.alternatives, ...others] };
}
