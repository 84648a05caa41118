import type { Issue } from './issue.ts';
import { letterIssue, tidy } from './letters.ts';

const longest = 500;

/** Why somebody did something, as it stays in the audit log: one sentence at least. */
export function parseReason(input: unknown): { value: string } | { issue: string } {
	const value = typeof input === 'string' ? tidy(input) : '';
	if (value.length < 2) {
		return { issue: '理由を書いてください。あとから見た人に分かる、ひとことで足ります。' };
	}
	const issue = issueOf(value, '理由');
	return issue ? { issue: `${issue}。` } : { value };
}

/** Where a reason may be left out; as it stands in the list of what is to be put right. */
export function reasonIssues(reason: string | null): Issue[] {
	const message = issueOf(reason ?? '');
	return message ? [{ path: 'reason', message }] : [];
}

function issueOf(text: string, name = ''): string | null {
	if (text.length > longest) {
		return `${name && `${name}は`}${longest}文字までです。いまは${text.length}文字あります`;
	}
	return letterIssue(text, name && `${name}の`);
}
