import type { Content } from '#lib/domain/resource/content.ts';
import type { Issue } from '#lib/domain/input/issue.ts';
import type { VocabularyName } from '#lib/domain/labels/vocabulary.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';

const lists = {
	categories: 'category',
	needs: 'need',
	audiences: 'audience',
	accessibility: 'accessibility',
	languages: 'language'
} as const satisfies Partial<Record<keyof Content, VocabularyName>>;
const singles = ['gender', 'residency', 'fee', 'intake'] as const;

/** Codes that no term and no municipality has: a choice that was never on the page. */
export function unknownCodes(db: Database, content: Content): Issue[] {
	const { vocabularies, municipalities } = names(db);
	const issues: Issue[] = [];
	const check = (
		path: string,
		codes: readonly (string | null)[],
		known: ReadonlyMap<string, unknown>
	) => {
		const unknown = codes.find((code) => code !== null && !known.has(code));
		if (unknown) issues.push({ path, message: `「${unknown}」は、選べるものにありません` });
	};
	for (const [field, vocabulary] of Object.entries(lists)) {
		check(field, content[field as keyof typeof lists], vocabularies[vocabulary]);
	}
	for (const field of singles) check(field, [content[field]], vocabularies[field]);
	check('eases', Object.keys(content.eases), vocabularies.ease);
	check('serviceArea', content.serviceArea, municipalities);
	check('location.municipality', [content.location.municipality], municipalities);
	return issues;
}
