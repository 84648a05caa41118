import type { Vocabularies, VocabularyName } from '#lib/domain/labels/vocabulary.ts';
import type { Mapping } from '#lib/domain/formats/mapping/mapping.ts';
import type { ProposedColumn } from '#lib/domain/formats/mapping/proposal/propose.ts';
import { termTargets, type Target } from '#lib/domain/formats/mapping/targets.ts';
import { constantRows } from './form/columns.ts';

type Read = {
	header: string[];
	samples: string[][];
	proposal: { mapping: Mapping; columns: ProposedColumn[] } | null;
};

export type ColumnToMap = Omit<ProposedColumn, 'words'> & {
	/** Their words, each with the code of our term; '' for none. */
	words: { word: string; term: string }[];
};

/** Each column of a file with what is proposed, or with what was chosen before. */
export function columnsToMap(
	{ header, samples, proposal }: Read,
	chosen: Mapping | null,
	vocabularies: Vocabularies,
	because = '前に選んだとおりです。'
) {
	const mapping = chosen ?? proposal?.mapping ?? { name: '', columns: [] };
	const columns = header.map((from, at): ColumnToMap => {
		const proposed = proposal?.columns[at];
		const mapped = mapping.columns.find((column) => column.from === from);
		// A column that was not there last year is one to look at.
		const isChosen = chosen !== null && mapped !== undefined;
		const to = (isChosen ? mapped.to : proposed?.to) ?? null;
		return {
			...{ from, to, words: wordsOf(to, mapped?.words ?? {}, proposed?.words ?? [], vocabularies) },
			samples: proposed?.samples ?? fewOf(samples, at),
			sureness: isChosen ? 'sure' : (proposed?.sureness ?? 'unsure'),
			because: isChosen ? because : (proposed?.because ?? '')
		};
	});
	const given = Object.entries(mapping.constants ?? {});
	return {
		...{ name: mapping.name, columns },
		constants: constantRows.map((row) => given[row] ?? (['', ''] as const)),
		terms: termsOf(vocabularies)
	};
}

const fewOf = (samples: string[][], at: number): string[] =>
	[...new Set(samples.map((row) => row[at] ?? ''))].filter(Boolean).slice(0, 3);

function wordsOf(
	to: Target | null,
	mapped: Record<string, string>,
	found: string[],
	vocabularies: Vocabularies
): ColumnToMap['words'] {
	const vocabulary = to === null ? undefined : termTargets[to]?.vocabulary;
	// What is no term, such as 「予約不要=はい」, is no choice, and stays as it is.
	if (!vocabulary) return Object.entries(mapped).map(([word, term]) => ({ word, term }));
	const terms = [...vocabularies[vocabulary].values()];
	const codeOf = (word: string) =>
		terms.find(({ code, label }) => code === word || label === word)?.code ?? '';
	return [...new Set([...Object.keys(mapped), ...found])].map((word) => ({
		word,
		term: codeOf(mapped[word] ?? word)
	}));
}

/** By target that holds terms: those to choose from. */
function termsOf(vocabularies: Vocabularies): Record<Target, { code: string; label: string }[]> {
	const of = (name: VocabularyName) =>
		[...vocabularies[name].values()].map(({ code, label }) => ({ code, label }));
	return Object.fromEntries(
		Object.entries(termTargets).map(([target, { vocabulary }]) => [target, of(vocabulary)])
	);
}
