/**
 * What words say of places: for each feature (a stem, two neighbours, a class of stems) how surely
 * who says it looks for each code. Learned from the sayings, and sent to a device as it is.
 */
export type Model = {
	/** 「ease=no-phone」, 「age=40-49」, 「text=畑」. */
	codes: readonly string[];
	features: ReadonlyMap<string, readonly Weight[]>;
	/** Stems that stand for each other, by stem: 「{子}」. */
	classes: ReadonlyMap<string, string>;
};

/** A place in `codes`, and how sure it is: 0…`mostSteps`. */
export type Weight = { code: number; steps: number };

/** What a row of stems says of a code, and the stems that say it most. */
export type Evidence = { code: string; sureness: number; at: readonly number[]; most: number };

export const noModel: Model = { codes: [], features: new Map(), classes: new Map() };

/** 「電話 怖い」: neighbours, with the class of each that has one. */
export const pairOf = (first: string, second: string, classes: Model['classes']): string =>
	`${classOf(first, classes)} ${classOf(second, classes)}`;

const classOf = (key: string, classes: Model['classes']) => classes.get(key) ?? key;

/** Of two neighbours less than of one: each of them has spoken already. */
export const ofPair = 0.7;
/** Steps of a whole sureness: one digit says them where a device fetches the model. */
export const mostSteps = 12;
const ofClass = 0.6;
/** 「教科書がない」 is about school too, where nobody has said what its opposite means. */
const ofOpposite = 0.4;
const isAbout = /^(?:need|category|audience|text)=/u;

/** Keys are stems, `!` before those that are negated. Several that say the same are surer than one. */
export function evidence(keys: readonly string[], model: Model): Evidence[] {
	const found = new Map<number, Evidence>();
	const say = (feature: string, factor: number, at: readonly number[], isOpposite = false) => {
		for (const { code, steps } of model.features.get(feature) ?? []) {
			const name = model.codes[code]!;
			if (isOpposite && !isAbout.test(name)) continue;
			const weight = (factor * steps) / mostSteps;
			const known = found.get(code);
			if (!known) found.set(code, { code: name, sureness: weight, at, most: weight });
			else {
				known.sureness = 1 - (1 - known.sureness) * (1 - weight);
				if (weight > known.most) Object.assign(known, { at, most: weight });
			}
		}
	};
	for (const [place, key] of keys.entries()) {
		const named = model.classes.get(key);
		if (model.features.has(key)) say(key, 1, [place]);
		else if (named && model.features.has(named)) say(named, ofClass, [place]);
		else if (key.startsWith('!')) say(key.slice(1), ofOpposite, [place], true);
		const next = keys[place + 1];
		if (next !== undefined) say(pairOf(key, next, model.classes), ofPair, [place, place + 1]);
	}
	return [...found.values()].sort((a, b) => b.sureness - a.sureness);
}
