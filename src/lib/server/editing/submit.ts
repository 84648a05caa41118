import { contradictions } from '#lib/domain/resource/rules.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import type { Issue } from '#lib/domain/input/issue.ts';
import { textOf } from '#lib/domain/input/form.ts';
import { tidy } from '#lib/domain/input/letters.ts';
import { reasonIssues } from '#lib/domain/input/reason.ts';
import { chosenOf, inOldOrder, type Divergence } from '#lib/domain/editing/reconcile.ts';
import {
	fieldsOf,
	formOf,
	parseResource,
	readInto,
	type ResourceFields
} from '#lib/domain/editing/form.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import { withStaffOnly } from '#lib/domain/resource/staff-only.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as drafts from './drafts/drafts.ts';
import { seenIn } from './drafts/draft-forms.ts';
import * as proposals from './proposals/propose.ts';
import { readingOf } from '#lib/server/search/kana-reading.ts';
import { unknownCodes } from './codes.ts';
import { divergencesOf } from './editor.ts';
import { look, type Look } from './preview.ts';
import { currentOf, ownRevision, save } from './save.ts';

/** The form of a resource as somebody sent it; a `resourceId` of null is a new one. */
export type Submission = {
	resourceId: string | null;
	regionId: number;
	form: FormData;
	user: User;
	at: Date;
};

/** What was typed, and what can be told of it. */
export type Shown = { fields: ResourceFields; base: number | null; reason: string; look: Look };

/** `elsewhere`: another tab has kept what this one has not seen. */
type Kept = Shown & { draft: 'kept' | 'elsewhere' };

export type Outcome =
	| { state: 'saved' | 'unchanged' | 'proposed'; resourceId: string }
	| ({ state: 'invalid'; issues: Issue[] } & Shown)
	| ({ state: 'conflict' | 'undecided'; theirs: number; open: Divergence[] } & Shown);

const keyOf = (submission: Submission) => ({
	by: submission.user.id,
	subject: drafts.subjectOf(submission)
});

const baseOf = (db: Database, { resourceId, form }: Submission) =>
	ownRevision(db, resourceId, textOf(form, 'base'));

/** Saves nothing; reads the words of a schedule, or takes the suggested kana, where that was asked for. */
export function show(db: Database, submission: Submission): Shown {
	const { form, at } = submission;
	const typed = readInto(fieldsOf(form), textOf(form, 'read'));
	const fields = { ...typed, kana: textOf(form, 'kana-suggested') || typed.kana };
	return {
		fields,
		base: baseOf(db, submission),
		reason: textOf(form, 'reason'),
		look: look(db, fields, { ...submission, now: at })
	};
}

/** What was typed, with nothing told of it. */
export function unseen(db: Database, submission: Submission): Shown {
	const { form } = submission;
	const look = { preview: null, warnings: [], duplicates: [], kana: null, schedules: [] };
	return {
		fields: fieldsOf(form),
		base: baseOf(db, submission),
		reason: textOf(form, 'reason'),
		look
	};
}

export const keepDraft = (db: Database, submission: Submission): Kept =>
	keepShown(db, submission, show(db, submission));

function keepShown(db: Database, submission: Submission, shown: Shown): Kept {
	const { at, form } = submission;
	const draft = drafts.keep(db, keyOf(submission), { ...shown, at, seen: seenIn(form) });
	return { ...shown, draft };
}

export const discardDraft = (db: Database, submission: Submission): void =>
	drafts.discard(db, keyOf(submission));

/** Publishes, or proposes where somebody may not. */
export function submit(db: Database, submission: Submission): Outcome {
	const shown = show(db, submission);
	const parsed = parseResource(submission.form);
	if ('issues' in parsed) {
		keepShown(db, submission, shown);
		return { state: 'invalid', ...shown, issues: parsed.issues };
	}
	return store(db, submission, parsed.value, shown);
}

/** After somebody else saved: what was chosen field by field, on top of theirs. */
export function reconcile(db: Database, submission: Submission): Outcome {
	const { form, resourceId } = submission;
	const theirs = ownRevision(db, resourceId, textOf(form, 'theirs'));
	const parsed = parseResource(form);
	if ('issues' in parsed || theirs === null) return submit(db, submission);
	const shown = show(db, submission);
	const open = divergencesOf(db, parsed.value, { base: shown.base, current: theirs });
	const choiceOf = ({ field }: Divergence) => textOf(form, `choice.${field}`);
	if (!open.every((one) => ['mine', 'theirs'].includes(choiceOf(one)))) {
		return { state: 'undecided', ...shown, theirs, open };
	}
	const taken = open.filter((one) => choiceOf(one) === 'theirs').map(({ field }) => field);
	const chosen = chosenOf(parsed.value, contents(db, [theirs]).get(theirs)!, taken);
	return store(db, submission, chosen, { ...shown, fields: formOf(chosen), base: theirs });
}

function store(db: Database, submission: Submission, typed: Content, shown: Shown): Outcome {
	const { resourceId, regionId, user, at } = submission;
	const { base } = shown;
	const before = base === null ? undefined : contents(db, [base]).get(base);
	const content = before ? inOldOrder(typed, before) : typed;
	const reason = tidy(shown.reason) || null;
	// Of what two people wrote, one part may contradict the other.
	const issues = [
		...contradictions(content),
		...unknownCodes(db, content),
		...reasonIssues(reason)
	];
	if (issues.length > 0) return { state: 'invalid', ...shown, issues };
	const saving = { resourceId, regionId, content, base, by: user.id, at, reason, readingOf };
	if (user.role === 'partner') {
		if (proposals.isFull(db, user.id, at)) {
			keepDraft(db, submission);
			return { state: 'invalid', ...shown, issues: [{ path: 'reason', message: tooMany }] };
		}
		const proposed = proposals.propose(db, { ...saving, content: whole(db, resourceId, content) });
		discardDraft(db, submission);
		return { state: 'proposed', resourceId: proposed.resourceId };
	}
	const saved = save(db, saving);
	if (saved.state === 'conflict') {
		keepShown(db, submission, shown);
		const open = divergencesOf(db, content, { base, current: saved.current });
		return { state: 'conflict', ...shown, theirs: saved.current, open };
	}
	discardDraft(db, submission);
	return saved;
}

const tooMany =
	'きょう送れる提案の数（20件）になりました。書いたものは下書きに残しました。あす、もう一度送ってください。';

function whole(db: Database, resourceId: string | null, proposed: Content): Content {
	const current = resourceId === null ? null : currentOf(db, resourceId);
	return current ? withStaffOnly(proposed, contents(db, [current.id]).get(current.id)!) : proposed;
}
