import { contradictions } from '#lib/domain/resource/rules.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import type { Issue } from '#lib/domain/input/issue.ts';
import { textOf, type SentForm } from '#lib/domain/input/form.ts';
import { tidy } from '#lib/domain/input/letters.ts';
import { reasonIssues } from '#lib/domain/input/reason.ts';
import { chosenOf, inOldOrder, type Divergence } from '#lib/domain/editing/reconcile.ts';
import {
	contentOf,
	fieldsOf,
	formOf,
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
	form: SentForm;
	user: User;
	at: Date;
};

/** What was typed, and what can be told of it. */
export type Shown = Typed & { look: Look };
type Typed = { fields: ResourceFields; base: number | null; reason: string };

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

/** What was typed, with the words of a schedule read, or the suggested kana taken, where that was asked for. */
function typedIn(db: Database, submission: Submission): Typed {
	const { form } = submission;
	const read = readInto(fieldsOf(form), textOf(form, 'read'));
	const fields = { ...read, kana: textOf(form, 'kana-suggested') || read.kana };
	return { fields, base: baseOf(db, submission), reason: textOf(form, 'reason') };
}

/** What was typed, beside what can be told of it. */
const seen = (db: Database, submission: Submission, typed: Typed): Shown => ({
	...typed,
	look: look(db, typed.fields, { ...submission, now: submission.at })
});

/** Saves nothing. */
export const show = (db: Database, submission: Submission): Shown =>
	seen(db, submission, typedIn(db, submission));

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
	const typed = typedIn(db, submission);
	const parsed = contentOf(typed.fields);
	if ('issues' in parsed) {
		const shown = seen(db, submission, typed);
		keepShown(db, submission, shown);
		return { state: 'invalid', ...shown, issues: parsed.issues };
	}
	return store(db, submission, parsed.value, typed);
}

/** After somebody else saved: what was chosen field by field, on top of theirs. */
export function reconcile(db: Database, submission: Submission): Outcome {
	const { form, resourceId } = submission;
	const theirs = ownRevision(db, resourceId, textOf(form, 'theirs'));
	const typed = typedIn(db, submission);
	const parsed = contentOf(typed.fields);
	if ('issues' in parsed || theirs === null) return submit(db, submission);
	const open = divergencesOf(db, parsed.value, { base: typed.base, current: theirs });
	const choiceOf = ({ field }: Divergence) => textOf(form, `choice.${field}`);
	if (!open.every((one) => ['mine', 'theirs'].includes(choiceOf(one)))) {
		return { state: 'undecided', ...seen(db, submission, typed), theirs, open };
	}
	const taken = open.filter((one) => choiceOf(one) === 'theirs').map(({ field }) => field);
	const chosen = chosenOf(parsed.value, contents(db, [theirs]).get(theirs)!, taken);
	return store(db, submission, chosen, { ...typed, fields: formOf(chosen), base: theirs });
}

function store(db: Database, submission: Submission, meant: Content, typed: Typed): Outcome {
	const { resourceId, regionId, user, at } = submission;
	const { base } = typed;
	const shown = () => seen(db, submission, typed);
	const before = base === null ? undefined : contents(db, [base]).get(base);
	const content = before ? inOldOrder(meant, before) : meant;
	const reason = tidy(typed.reason) || null;
	// Of what two people wrote, one part may contradict the other.
	const issues = [
		...contradictions(content),
		...unknownCodes(db, content),
		...reasonIssues(reason)
	];
	if (issues.length > 0) return { state: 'invalid', ...shown(), issues };
	const saving = { resourceId, regionId, content, base, by: user.id, at, reason, readingOf };
	if (user.role === 'partner') {
		if (proposals.isFull(db, user.id, at)) {
			keepDraft(db, submission);
			return { state: 'invalid', ...shown(), issues: [{ path: 'reason', message: tooMany }] };
		}
		const proposed = proposals.propose(db, { ...saving, content: whole(db, resourceId, content) });
		discardDraft(db, submission);
		return { state: 'proposed', resourceId: proposed.resourceId };
	}
	const saved = save(db, saving);
	if (saved.state === 'conflict') {
		const conflicting = shown();
		keepShown(db, submission, conflicting);
		const open = divergencesOf(db, content, { base, current: saved.current });
		return { state: 'conflict', ...conflicting, theirs: saved.current, open };
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
