import type { Context } from '#lib/domain/formats/format.ts';
import type { Decisions } from '#lib/domain/formats/preview/decision.ts';
import type { Way } from '#lib/domain/formats/preview/preview.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { withoutStaffOnly } from '#lib/domain/resource/staff-only.ts';
import { editsRegion, type User } from '#lib/domain/staff/staff.ts';
import type { RowRegion } from './region-assignment.ts';

/** What becomes of a row that needs a decision and has none; `ask`: nothing is written. */
export const policies = ['new', 'skip', 'ask'] as const;
export type Policy = (typeof policies)[number];

/** Where a file goes, and what was decided about its rows. */
export type Asked = {
	/** null: into no edition. */
	year: number | null;
	/** All rows go there; null: each goes to the region of its town. */
	chosen: RowRegion | null;
	way: Way;
	/** null: the operator. */
	user: User | null;
	context: Context;
	decisions: Decisions;
	undecided: Policy;
	/** Nobody has chosen a policy: what needs a decision is told, and taken all the same. */
	isLenient: boolean;
};

/** Why somebody may not change that resource, or make a new one there (null); null where they may. */
export function refusalOf(
	user: User | null,
	region: number,
	known: { id: string; region: number } | null
): string | null {
	if (!user) return null;
	if (user.role === 'partner') {
		if (known && user.resources.includes(known.id)) return null;
		return 'あなたの団体の受け持ちではないので、提案できません。';
	}
	const regions = known ? [region, known.region] : [region];
	return regions.every((one) => editsRegion(user, one)) ? null : '担当の地域ではありません。';
}

export const mayLearnOf = (user: User | null, resourceId: string): boolean =>
	user?.role !== 'partner' || user.resources.includes(resourceId);

/** What somebody may see of a resource that they may learn of. */
export const shownTo =
	(user: User | null) =>
	(content: Content): Content =>
		user?.role === 'partner' ? withoutStaffOnly(content) : content;
