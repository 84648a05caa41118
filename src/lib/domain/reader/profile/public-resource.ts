import type { EntryState } from '#lib/domain/edition/edition.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import type { RegionIdentity } from '#lib/domain/region/region.ts';
import type { Row } from '#lib/domain/listing/row.ts';
import type { Verification } from '#lib/domain/resource/verification.ts';

/** Everything that the page of a resource shows. */
export type PublicResource = {
	id: string;
	content: PublicContent;
	row: Row;
	/** The next dates in words; none as printed. */
	next: string[];
	region: RegionIdentity;
	verification: Verification | null;
	/** The edition whose words these are; null: the words of today. */
	printed: { slug: string; year: number; number: number } | null;
	/** The editions it is printed in, newest first; empty as printed, where nothing later may show. */
	history: { slug: string; year: number; number: number; state: EntryState }[];
	/** Other resources of the same organization, now. */
	siblings: { id: string; name: string; category: string }[];
	/** When it was taken off the live pages, and why; the id of the one it turned out to be. */
	gone: { on: string; reason: string; mergedInto: string | null } | null;
};

/** Whether a text is written as a uuid, the only form an id has. */
export const isResourceId = (text: string): boolean =>
	/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);
