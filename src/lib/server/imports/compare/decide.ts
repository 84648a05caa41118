import type { Finding } from '#lib/domain/formats/format.ts';
import { needsDecision, type Decision } from '#lib/domain/formats/preview/decision.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import type { Policy } from './asked.ts';
import type { Found, PlannedRow } from './planned.ts';
import type { Known } from './known.ts';
import type { Choice, Compared } from './row.ts';

export type Deciding = {
	undecided: Policy;
	/** The resource that a row is said to be, and what it says so far. */
	meant: (resourceId: string) => { known: Known; base: number; before: Content } | null;
	/** The line of the row that is that resource already. */
	takenBy: Map<string, number>;
	compare: (found: Found, choice: Choice) => Compared;
	/** Why somebody may not. */
	refusal: (found: Found) => string | null;
};

/** What becomes of a row by what was decided about it, or by what holds for rows without a decision. */
export function decide(found: Found, decision: Decision | null, deciding: Deciding): PlannedRow {
	const { status } = found;
	const by = decision?.is ?? (needsDecision(status) ? deciding.undecided : 'take');
	if (by === 'skip') return { ...found, outcome: 'left' };
	if (status === 'error') return { ...found, outcome: 'refused' };
	if (status === 'skipped') return found.known ? kept(found) : { ...found, outcome: 'left' };
	if (by === 'ask') return { ...found, outcome: 'undecided' };
	if (decision?.is === 'same') return same(found, decision, deciding);
	if (!found.known || !found.before || by === 'different') return fresh(found, by);
	const choice = {
		theirs: decision?.is === 'take',
		fields: decision?.is === 'merge' ? decision.fields : undefined
	};
	return beside(found, choice, deciding);
}

/** Withdrawn by hand: it stays so. */
const kept = (found: Found): PlannedRow => ({
	...found,
	...{ outcome: 'withdrawn', region: found.region!, content: found.before!, revision: found.base }
});

const fresh = (found: Found, by: string): PlannedRow => ({
	...found,
	...{ region: found.region!, content: found.reading.content!, fields: [], revision: null },
	...{ outcome: 'new', known: by === 'different' ? null : found.known }
});

function same(
	found: Found,
	decision: Extract<Decision, { is: 'same' }>,
	deciding: Deciding
): PlannedRow {
	const meant = deciding.meant(decision.resource);
	const line = found.reading.row.line;
	const refused = (message: string): PlannedRow => ({
		...found,
		outcome: 'refused',
		findings: [{ line, column: null, kind: 'same-row', found: null, message }]
	});
	if (!meant) return refused('同じと決めた資源が、もうありません。');
	const taken = deciding.takenBy.get(meant.known.id) ?? line;
	if (taken !== line) return refused(`${taken}行目が、もうその資源になっています。`);
	deciding.takenBy.set(meant.known.id, line);
	const beside = { ...found, ...meant };
	const refusal = deciding.refusal(beside);
	if (refusal) return refused(refusal);
	if (meant.known.withdrawn && meant.known.withdrawnCause !== 'absence') {
		return refused('同じと決めた資源は、取り下げてあります。');
	}
	return besideMeant(beside, { fields: decision.fields }, deciding);
}

const beside = (found: Found, choice: Choice, deciding: Deciding): PlannedRow =>
	choice.theirs || choice.fields
		? besideMeant(found, choice, deciding)
		: written(found, found.content!, found.fields, found.findings);

function besideMeant(found: Found, choice: Choice, deciding: Deciding): PlannedRow {
	const compared = deciding.compare(found, choice);
	if ('problems' in compared) {
		return { ...found, outcome: 'refused', findings: compared.problems };
	}
	return written(found, compared.content, compared.fields, compared.findings);
}

function written(
	found: Found,
	content: Content,
	fields: string[],
	findings: Finding[]
): PlannedRow {
	const item = { ...found, fields, findings, region: found.region! };
	if (fields.length > 0) return { ...item, content, revision: null, outcome: 'changed' };
	return { ...item, content: found.before!, revision: found.base, outcome: 'unchanged' };
}
