import {
	chosenWords,
	parseEditionWords,
	typedIn,
	typedOf,
	wordDivergences,
	type EditionWords,
	type EditionWordsIssues,
	type EditionWordsTyped
} from '#lib/domain/edition/words.ts';
import { idIn, textOf, type SentForm } from '#lib/domain/input/form.ts';
import type { Divergence } from '#lib/domain/editing/reconcile.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import { seenIn } from '#lib/server/editing/drafts/draft-forms.ts';
import { findWords, setWords, words, wordsAt, wordsHistory } from '#lib/server/editions/words.ts';

/** The form of an edition's words as somebody sent it. */
export type WordsSent = { editionId: number; form: SentForm; by: string; at: Date };

type Shown = { given: EditionWordsTyped; base: number | null };
export type WordsAnswer =
	| { state: 'saved' }
	| ({ state: 'invalid'; issues: EditionWordsIssues } & Shown)
	| ({ state: 'locked' | 'elsewhere' | 'kept' } & Shown)
	| ({ state: 'conflict' | 'undecided'; theirs: number; open: Divergence<string>[] } & Shown);

const keyOf = ({ by, editionId }: WordsSent) => ({ by, subject: drafts.subjectOfWords(editionId) });

/** The form as somebody left it, or as the edition is. */
export function openWords(db: Database, editionId: number, by: string) {
	const subject = drafts.subjectOfWords(editionId);
	const draft = drafts.find<EditionWordsTyped>(db, { by, subject });
	const history = wordsHistory(db, editionId);
	return {
		typed: draft?.fields ?? typedOf(words(db, editionId)),
		base: draft ? draft.base : (history[0]?.id ?? null),
		draftAt: draft?.savedAt ?? null,
		history
	};
}

const shownOf = ({ form }: WordsSent): Shown => ({
	given: typedIn(form),
	base: idIn(form, 'base')
});

export function keepWords(db: Database, sent: WordsSent): WordsAnswer {
	const shown = shownOf(sent);
	const { given: fields, base } = shown;
	const state = drafts.keep(db, keyOf(sent), {
		fields,
		base,
		at: sent.at,
		seen: seenIn(sent.form)
	});
	return { state, ...shown };
}

export const discardWords = (db: Database, sent: WordsSent): void =>
	drafts.discard(db, keyOf(sent));

export function saveWords(db: Database, sent: WordsSent): WordsAnswer {
	const parsed = parseEditionWords(sent.form);
	if ('issues' in parsed) {
		keepWords(db, sent);
		return { state: 'invalid', ...shownOf(sent), issues: parsed.issues };
	}
	return store(db, sent, parsed.value, shownOf(sent));
}

/** After somebody else saved: what was chosen field by field, on top of theirs. */
export function reconcileWords(db: Database, sent: WordsSent): WordsAnswer {
	const parsed = parseEditionWords(sent.form);
	const theirs = idIn(sent.form, 'theirs');
	const found = theirs === null ? null : findWords(db, sent.editionId, theirs);
	if ('issues' in parsed || theirs === null || !found) return saveWords(db, sent);
	const shown = shownOf(sent);
	const base = wordsAt(db, sent.editionId, shown.base);
	const open = wordDivergences({ base, mine: parsed.value, theirs: found });
	const choiceOf = ({ field }: Divergence<string>) => textOf(sent.form, `choice.${field}`);
	if (!open.every((one) => ['mine', 'theirs'].includes(choiceOf(one)))) {
		return { state: 'undecided', ...shown, theirs, open };
	}
	const taken = open.filter((one) => choiceOf(one) === 'theirs').map(({ field }) => field);
	const chosen = chosenWords(parsed.value, found, taken);
	return store(db, sent, chosen, { given: typedOf(chosen), base: theirs });
}

function store(db: Database, sent: WordsSent, value: EditionWords, shown: Shown): WordsAnswer {
	const { editionId, by, at } = sent;
	const answer = setWords(db, editionId, value, { by, at, base: shown.base });
	if (typeof answer === 'object') {
		const { theirs } = answer;
		const base = wordsAt(db, editionId, shown.base);
		const open = wordDivergences({ base, mine: value, theirs: words(db, editionId) });
		return { state: 'conflict', ...shown, theirs, open };
	}
	if (answer === 'locked') return { state: 'locked', ...shown };
	discardWords(db, sent);
	return { state: 'saved' };
}

/** An older version as a new one; false where the form was opened with another version than the newest. */
export function restoreWords(db: Database, sent: WordsSent): WordsAnswer['state'] | 'gone' {
	const wanted = idIn(sent.form, 'version');
	const found = wanted === null ? null : findWords(db, sent.editionId, wanted);
	if (!found) return 'gone';
	return store(db, sent, found, { given: typedOf(found), base: idIn(sent.form, 'base') }).state;
}
