import { formOf } from '#lib/domain/editing/form.ts';
import { withStaffOnly } from '#lib/domain/resource/staff-only.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import * as proposals from '#lib/server/editing/proposals/propose.ts';
import type { Placed } from '#lib/server/imports/compare/planned.ts';
import type { Progress } from '#lib/server/imports/read.ts';
import type { Work } from './work.ts';
import type { Notes } from './before.ts';

type Proposing = Work & { importId: number; noted: Notes };

const reason = '取り込んだファイルから';

/**
 * What waits for an answer: nobody else sees anything of it. As drafts, new places are proposals all the
 * same, since a region holds one new draft of a person; so are those of which somebody has a draft already.
 */
export function propose(db: Database, proposing: Proposing, progress: Progress): void {
	const { items, asked, noted, by } = proposing;
	items.forEach((item, done) => {
		if (done % 100 === 0) progress('write', done, items.length);
		if (item.outcome !== 'new' && item.outcome !== 'changed') return;
		const { known } = item;
		const isDraft = asked.way === 'draft' && known !== null;
		if (isDraft && !drafts.find(db, { by, subject: known.id }))
			draft(db, item, known.id, proposing);
		else noted.before.proposed.push(proposalOf(db, item, proposing));
	});
}

function draft(db: Database, item: Placed, id: string, { noted, by, at }: Proposing): void {
	const fields = formOf(item.content);
	drafts.keep(db, { by, subject: id }, { fields, base: item.known!.current, reason, at });
	noted.before.drafted.push(id);
}

function proposalOf(db: Database, item: Placed, { asked, importId, by, at }: Proposing): number {
	const { known, before, region } = item;
	const isTold = asked.user?.role !== 'partner';
	const content = isTold || !before ? item.content : withStaffOnly(item.content, before);
	const target = { resourceId: known?.id ?? null, regionId: known?.region ?? region.id };
	const proposal = { ...target, content, base: known?.current ?? null, by, at, reason, importId };
	return proposals.propose(db, proposal).revisionId;
}
