import type {
	RegionResource,
	RegionResources
} from '#lib/domain/reader/offline/region-resources.ts';
import { markOf, type MarkedPlace } from './code.ts';

/** A place that a code meant; null where its region no longer has it. */
export type Meant = {
	region: string;
	found: { file: RegionResources; resource: RegionResource } | null;
};

/** In the order of the code. `files` by slug; null for a region that could not be had. */
export function meantBy(
	places: readonly MarkedPlace[],
	files: ReadonlyMap<string, RegionResources | null>
): Meant[] {
	const marks = new Map(
		[...files].flatMap(([slug, file]) =>
			file ? [[slug, Map.groupBy(file.resources, ({ id }) => markOf(id))] as const] : []
		)
	);
	return places.flatMap(({ region, mark }): Meant[] => {
		const file = files.get(region);
		const resources = marks.get(region)?.get(mark);
		if (!file || !resources) return [{ region, found: null }];
		return resources.map((resource) => ({ region, found: { file, resource } }));
	});
}
