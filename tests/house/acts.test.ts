import { expect, test } from 'vitest';
import { acts } from '#lib/domain/labels/acts.ts';
import { undoRules } from '#lib/server/editing/undo/undo-rules.ts';
import { sources } from '../support/import-graph.ts';

const table = 'src/lib/domain/labels/acts.ts';

/** By act, what the sources record: acts of a template, `${what}.export`, by what it can be. */
const texts = [...sources()].filter(([file]) => file !== table && file.endsWith('.ts'));
const written = new Set(
	texts.flatMap(([, text]) =>
		[...text.matchAll(/'([a-z]+\.[a-z-]+|undo)'/g)].map(([, act]) => act!)
	)
);
const exported = ['edition.export', 'activity.export', 'region.export'];

test('every act that is recorded has its row in the table', () => {
	const recorded = texts.flatMap(([, text]) => [
		...[...text.matchAll(/\baction: (?:\w+ \? )?'([^']+)'/g)].map(([, act]) => act!),
		...[...text.matchAll(/\brecord\(\s*db,(?:[^()]*?,)?\s*'([a-z]+\.[a-z-]+)'/g)].map(
			([, act]) => act!
		)
	]);
	expect(recorded.length).toBeGreaterThan(25);
	expect(recorded.filter((act) => !(act in acts))).toEqual([]);
});

test('every act of the table is recorded somewhere', () => {
	const idle = Object.keys(acts).filter((act) => !written.has(act) && !exported.includes(act));
	expect(idle).toEqual([]);
});

test('an act can be taken back exactly if the table says so', () => {
	const undoable = Object.entries(acts).flatMap(([act, row]) => ('undo' in row ? act : []));
	expect(Object.keys(undoRules).sort()).toEqual(undoable.sort());
});
