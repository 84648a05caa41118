import { lineage, type Vocabularies } from '#lib/domain/labels/vocabulary.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';

/** What one gets in touch for. */
export type Purpose = '見学' | '参加' | '相談' | '受診';

/** Of a category or of the nearest one above it. */
const purposes: Record<string, Purpose> = {
	consultation: '相談',
	money: '相談',
	medical: '受診',
	'visiting-care': '相談',
	peer: '参加',
	women: '参加',
	family: '参加',
	online: '参加'
};

export function purposeOf(
	{ categories }: Pick<PublicContent, 'categories'>,
	{ category }: Pick<Vocabularies, 'category'>
): Purpose {
	const wider = lineage(category, categories[0]!);
	return purposes[wider.find((code) => Object.hasOwn(purposes, code)) ?? ''] ?? '見学';
}
