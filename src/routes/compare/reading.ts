import { issuesOf } from '#lib/domain/reader/comparison/asked.ts';
import { most } from '#lib/domain/reader/comparison/size.ts';
import { comparisonOf, type Comparison } from '#lib/domain/reader/comparison/comparison.ts';
import { namesIn, resourceIn } from '#lib/domain/reader/offline/region-resources.ts';
import { nowInJapan } from '#lib/ui/page/today.ts';
import { placesBehind } from '#lib/ui/reader/handed-on.ts';

/** What stands behind the `#`, side by side, put together from whole regions; null where nothing stands there. */
export async function readComparison(
	hash: string
): Promise<{ comparison: Comparison; issues: string[] } | null> {
	const behind = await placesBehind(hash, most);
	if (!behind) return null;
	const now = nowInJapan();
	const sources = behind.found.map(({ file, resource }) => {
		const names = namesIn(file);
		return { resource: resourceIn(file, resource, now, names), names };
	});
	return {
		comparison: comparisonOf(sources, now.on),
		issues: [...behind.issues, ...issuesOf(behind)]
	};
}
