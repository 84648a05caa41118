import { mostSteps, type Model } from './model.ts';

/** What the parts must say of what a compound says: half as surely is enough. */
const ofParts = 0.5;
const mostParts = 4;
const codesCompared = 4;

type Features = Model['features'];

/**
 * Without the stems that are nothing but others in a row and say nothing beside them: 夜型人間 of 夜型
 * and 人間. A query is then cut into the parts, which are heard more often. `words`: what a query is
 * cut into whatever the sayings say.
 */
export function withoutCompounds(features: Features, words: ReadonlySet<string>): Features {
	const needless = new Set(
		[...features.keys()].filter(
			(key) => !words.has(key.replace(/^!/u, '')) && isNeedless(key, features)
		)
	);
	return new Map(
		[...features].filter(([feature]) => !feature.split(' ').some((key) => needless.has(key)))
	);
}

function isNeedless(key: string, features: Features): boolean {
	const not = key.startsWith('!') ? '!' : '';
	const stem = key.slice(not.length);
	if (/[ {]/u.test(key) || key.length < 3 || !isHan.test(stem)) return false;
	return partings(stem, features).some((parts) =>
		says(key, [...parts.slice(0, -1), not + parts.at(-1)!], features)
	);
}

const isHan = /\p{Script=Han}/u;

/** Every way to cut a stem into several that are known. */
function partings(stem: string, features: Features, from = 0, parts: string[] = []): string[][] {
	if (from === stem.length) return parts.length > 1 ? [parts] : [];
	if (parts.length === mostParts) return [];
	const ends = Array.from({ length: stem.length - from }, (_, at) => stem.length - at);
	return ends.flatMap((to) => {
		const part = stem.slice(from, to);
		const isKnown = part !== stem && features.has(part);
		return isKnown ? partings(stem, features, to, [...parts, part]) : [];
	});
}

/** Whether some keys together say what one of them says. */
function says(key: string, parts: readonly string[], features: Features): boolean {
	const sureness = (one: string, code: number) =>
		(features.get(one)?.find((weight) => weight.code === code)?.steps ?? 0) / mostSteps;
	return features
		.get(key)!
		.slice(0, codesCompared)
		.every(({ code, steps }) => {
			const left = parts.reduce((left, part) => left * (1 - sureness(part, code)), 1);
			return 1 - left >= (ofParts * steps) / mostSteps;
		});
}
