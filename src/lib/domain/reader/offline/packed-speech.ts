import type { Model, Weight } from '#lib/domain/search/sentence/model.ts';
import type { Speech } from '#lib/domain/search/sentence/speech.ts';

/** What is learned from sayings, as a device fetches it: features by what they say, a line for each group. */
export type PackedSpeech = {
	codes: readonly string[];
	/** For each weight two digits for the place of its code and one for its steps; and the features of these weights. */
	says: readonly (readonly [string, string])[];
	classes: Record<string, string>;
	spellings: string;
	readings: string;
};

const digits = 36;
const letter = (number: number) => number.toString(digits);

export function packSpeech({ model, spellings, readings }: Speech): PackedSpeech {
	const groups = Map.groupBy(model.features, ([, weights]) => packWeights(weights));
	const classes = Map.groupBy(model.classes, ([, name]) => name);
	return {
		codes: model.codes,
		// Sorted they are packed smaller.
		says: [...groups]
			.map(([says, some]) => [says, some.map(([feature]) => feature).join('\n')] as const)
			.toSorted(([a], [b]) => (a < b ? -1 : 1)),
		classes: Object.fromEntries(
			[...classes].map(([name, some]) => [name, some.map(([stem]) => stem).join('\n')])
		),
		spellings: packPairs(spellings),
		readings: packPairs(readings)
	};
}

export function unpackSpeech({ codes, says, classes, ...pairs }: PackedSpeech): Speech {
	const features = new Map(
		says.flatMap(([packed, some]) => {
			const weights = unpackWeights(packed);
			return some.split('\n').map((feature) => [feature, weights] as const);
		})
	);
	const model: Model = {
		codes,
		features,
		classes: new Map(
			Object.entries(classes).flatMap(([name, stems]) =>
				stems.split('\n').map((stem) => [stem, name] as const)
			)
		)
	};
	return { model, spellings: unpackPairs(pairs.spellings), readings: unpackPairs(pairs.readings) };
}

const packWeights = (weights: readonly Weight[]) =>
	weights.map(({ code, steps }) => letter(code).padStart(2, '0') + letter(steps)).join('');

const unpackWeights = (packed: string): Weight[] =>
	(packed.match(/.{3}/g) ?? []).map((one) => ({
		code: parseInt(one.slice(0, 2), digits),
		steps: parseInt(one[2]!, digits)
	}));

const packPairs = (pairs: Speech['spellings']) => pairs.map((pair) => pair.join(' ')).join('\n');

const unpackPairs = (packed: string) =>
	packed
		.split('\n')
		.filter(Boolean)
		.map((pair) => pair.split(' ') as [string, string]);
