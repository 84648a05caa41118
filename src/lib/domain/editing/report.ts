import { textOf, type SentForm } from '#lib/domain/input/form.ts';
import { letterIssue, tidy } from '#lib/domain/input/letters.ts';

/** The parts of a page that a reader can say are wrong. */
export const reportSections = {
	closed: 'もうやっていない・移った',
	schedule: '日時',
	contact: '連絡先・申し込み方',
	place: '場所・行き方',
	fee: '費用',
	words: '書き方・ことば',
	other: 'そのほか'
} as const;

export type ReportSection = keyof typeof reportSections;
export type Report = { section: ReportSection; message: string };

export const maxMessage = 1000;

/** As it was sent: the section may not have been chosen. */
export type GivenReport = { section: ReportSection | ''; message: string };

export function parseReport(
	form: SentForm
): { value: Report } | { issues: Partial<Record<keyof Report, string>>; given: GivenReport } {
	const message = tidy(textOf(form, 'message'));
	const chosen = form.get('section');
	const section = (Object.keys(reportSections) as ReportSection[]).find((key) => key === chosen);
	const length = [...message].length;
	const issues: Partial<Record<keyof Report, string>> = {};
	if (!section) issues.section = 'どこのことか、1つ選んでください。';
	if (length === 0) issues.message = '違っているところを、ひとことで書いてください。';
	if (length > maxMessage) {
		issues.message = `${maxMessage}文字までで書いてください（いまは${length}文字です）。`;
	}
	const letter = letterIssue(message);
	if (letter) issues.message = `${letter}。その文字を消して、もう一度お送りください。`;
	if (section && !issues.message) return { value: { section, message } };
	return { issues, given: { section: section ?? '', message } };
}
