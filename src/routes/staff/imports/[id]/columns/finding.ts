import Fuse from 'fuse.js';
import { knownNames } from '#lib/domain/formats/mapping/proposal/known-names.ts';
import { targetGroups } from '#lib/domain/formats/preview/target-groups.ts';

/** By what we call it and by what towns do. */
const entries = targetGroups.flatMap(({ targets }) =>
	targets.flatMap(({ target, label }) =>
		[label, target, ...(knownNames[target]?.split(/\s+/) ?? [])].map((word) => ({ target, word }))
	)
);
const fuse = new Fuse(entries, { keys: ['word'], threshold: 0.35, ignoreLocation: true });

/** Targets that are called something like it, the most like first. */
export const findTargets = (words: string): string[] => [
	...new Set(fuse.search(words.normalize('NFKC').slice(0, 32)).map(({ item }) => item.target))
];
