import { normalise } from '#lib/domain/text/normalise.ts';
import { withoutCompounds } from './compounds.ts';
import { lightStems } from './function-words.ts';
import type { Means } from './meaning.ts';
import { mostSteps, ofPair, pairOf, type Model, type Weight } from './model.ts';

/** A saying as it is learned from: its stems, `!` before those that are negated, `{}` around a class. */
export type Said = {
	keys: readonly string[];
	means: Means;
	words: readonly string[];
	weight: number;
	/** Sayings of one group say the same thing in other words. */
	group: number;
};

/** A stem that is a saying of its own is heard three times, one of four stems less than once. */
const ofAlone = 3;
const ofLength = 1.5;
/** As if so much had been heard that says of a code what all sayings say of it. */
const prior = 1;
/** Likewise of a gender or an age: a wrong one hides places, so that more must be heard of it. */
const priorOfPeople = 2;
/** That one group names other words says little against the words of another. */
const ofOtherWords = 0.7;
const mostCodes = 8;
/** A pair that adds less than this to what its stems say is left out. */
const leastOfPair = 0.2;

type Groups = Map<number, { codes: readonly string[]; weight: number; size: number }>;

/**
 * For each feature, the part of what was heard of it that means a code, less what any saying means
 * anyhow: an estimate with a prior, in one pass. The same sayings always give the same model.
 */
export function learn(
	sayings: readonly Said[],
	classes: Model['classes'],
	words: ReadonlySet<string>
): Model {
	const groups: Groups = new Map();
	const heard = new Map<string, Map<number, number>>();
	for (const { keys, group, means, words, weight } of sayings) {
		const known = groups.get(group) ?? { codes: codesOf(means, words), weight, size: 0 };
		groups.set(group, { ...known, size: known.size + 1 });
		for (const [feature, times] of featuresOf(keys, classes)) {
			const ofFeature = heard.get(feature) ?? new Map<number, number>();
			heard.set(feature, ofFeature.set(group, (ofFeature.get(group) ?? 0) + times));
		}
	}
	const anyhow = shares(groups);
	const codes = [...anyhow.keys()].sort();
	const numbers = new Map(codes.map((code, at) => [code, at]));
	const features = new Map<string, Weight[]>();
	for (const feature of [...heard.keys()].sort()) {
		const weights = weightsOf(heard.get(feature)!, groups, anyhow)
			.map(([code, steps]) => ({ code: numbers.get(code)!, steps }))
			.sort((a, b) => b.steps - a.steps || a.code - b.code);
		if (weights.length > 0) features.set(feature, weights.slice(0, mostCodes));
	}
	const needed = withoutNeedless({ codes, features, classes });
	return { codes, features: withoutCompounds(needed, words), classes };
}

function featuresOf(keys: readonly string[], classes: Model['classes']): Map<string, number> {
	const features = new Map<string, number>();
	const times = ofAlone / keys.length ** ofLength;
	// Of 「行くところ」 too little is left.
	if (keys.length > 1 || !lightStems.has(keys[0]!)) {
		for (const key of keys) features.set(key, times);
	}
	for (const [at, key] of keys.slice(1).entries()) features.set(pairOf(keys[at]!, key, classes), 1);
	return features;
}

/** The part of all groups that means each code; many sayings of one group are not as many groups. */
function shares(groups: Groups): Map<string, number> {
	const sums = new Map<string, number>();
	let whole = 0;
	for (const { codes, size } of groups.values()) {
		whole += Math.sqrt(size);
		for (const code of codes) sums.set(code, (sums.get(code) ?? 0) + Math.sqrt(size));
	}
	return new Map([...sums].map(([code, sum]) => [code, sum / whole]));
}

function weightsOf(
	heard: ReadonlyMap<number, number>,
	groups: Groups,
	anyhow: ReadonlyMap<string, number>
): [string, number][] {
	let whole = 0;
	const sums = new Map<string, number>();
	for (const [group, times] of heard) {
		const { codes, weight } = groups.get(group)!;
		const share = Math.sqrt(times * weight);
		whole += share;
		for (const code of codes) sums.set(code, (sums.get(code) ?? 0) + share);
	}
	return [...sums].flatMap(([code, sum]) => {
		const before = /^(?:gender|age)=/u.test(code) ? priorOfPeople : prior;
		const of = code.startsWith('text=') ? sum + ofOtherWords * (whole - sum) : whole;
		const usual = anyhow.get(code)!;
		const weight = Math.round(mostSteps * ((sum + before * usual) / (of + before) - usual));
		return weight > 0 ? [[code, weight]] : [];
	});
}

/** Without the pairs that say what their stems say already. */
function withoutNeedless({ features, classes }: Model): Model['features'] {
	const sureness = (stem: string, code: number) => {
		const weights = features.get(stem) ?? features.get(classes.get(stem) ?? '');
		return (weights?.find((one) => one.code === code)?.steps ?? 0) / mostSteps;
	};
	return new Map(
		[...features].flatMap(([feature, weights]) => {
			const [first, second] = feature.split(' ') as [string, string?];
			if (second === undefined) return [[feature, weights]];
			const adding = weights.filter((one) => {
				const left = (1 - sureness(first, one.code)) * (1 - sureness(second, one.code));
				return (left * ofPair * one.steps) / mostSteps >= leastOfPair;
			});
			return adding.length > 0 ? [[feature, adding]] : [];
		})
	);
}

/** What is said of places in more than one way. */
const implied: Record<string, string> = {
	'category=online': 'online=yes',
	'ease=online-ok': 'online=yes',
	'category=women': 'gender=women'
};

function codesOf(means: Means, words: readonly string[]): string[] {
	const codes = Object.entries(means).flatMap(([facet, codes]) =>
		facet === 'age'
			? [`age=${codes[0]}-${codes.at(-1)}`]
			: (codes as string[]).map((code) => `${facet}=${code}`)
	);
	return [
		...new Set([
			...codes,
			...codes.flatMap((code) => implied[code] ?? []),
			...words.map((word) => `text=${normalise(word)}`)
		])
	];
}
