import type { Divergence } from '#lib/domain/editing/reconcile.ts';
import { divergences } from '#lib/domain/editing/reconcile.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { emptyForm, formOf, type ResourceFields } from '#lib/domain/editing/form.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import { withoutStaffOnly } from '#lib/domain/resource/staff-only.ts';
import { formWithoutStaffOnly } from '#lib/domain/editing/form/staff-only.ts';
import { vocabularyNames, type VocabularyName } from '#lib/domain/labels/vocabulary.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as drafts from './drafts/drafts.ts';
import { names } from '#lib/server/regions/names.ts';
import type { StaffResource } from './staff-view.ts';

type Option = { code: string; label: string };

export type EditorOptions = {
	vocabularies: Record<VocabularyName, Option[]>;
	/** Of the region. */
	municipalities: Option[];
};

/** What can be chosen in the form. */
export function options(db: Database, regionId: number): EditorOptions {
	const { vocabularies } = names(db);
	return {
		vocabularies: Object.fromEntries(
			vocabularyNames.map((name) => [
				name,
				[...vocabularies[name].values()].map(({ code, label }) => ({ code, label }))
			])
		) as EditorOptions['vocabularies'],
		municipalities: db.$client
			.prepare<[number], Option>(
				`SELECT m.code, m.name AS label FROM region_municipalities g
				JOIN municipalities m ON m.code = g.municipality_code
				WHERE g.region_id = ? ORDER BY g.position`
			)
			.all(regionId)
	};
}

export type Opened = {
	fields: ResourceFields;
	base: number | null;
	reason: string;
	draftAt: string | null;
};

/** The form as somebody left it, or as the resource is: as far as they may see it. */
export function open(
	db: Database,
	user: Pick<User, 'id' | 'role'>,
	target: { resourceId: string | null; regionId: number },
	resource: StaffResource | null
): Opened {
	const draft = drafts.find(db, { by: user.id, subject: drafts.subjectOf(target) });
	const isTold = user.role !== 'partner';
	if (draft) {
		// It may have been begun by somebody who was told more.
		const fields =
			isTold || !resource ? draft.fields : formWithoutStaffOnly(draft.fields, resource.content);
		return { fields, base: draft.base, reason: draft.reason, draftAt: draft.savedAt };
	}
	if (!resource) return { fields: emptyForm(), base: null, reason: '', draftAt: null };
	const base = resource.isCurrent ? resource.revision : null;
	const seen = isTold ? resource.content : withoutStaffOnly(resource.content);
	return { fields: formOf(seen), base, reason: '', draftAt: null };
}

/** Where what was typed and what was saved meanwhile differ. */
export function divergencesOf(
	db: Database,
	mine: Content,
	{ base, current }: { base: number | null; current: number }
): Divergence[] {
	const found = contents(db, base === null ? [current] : [base, current]);
	const theirs = found.get(current)!;
	return divergences({ mine, theirs, base: found.get(base ?? current) ?? theirs }, names(db));
}
