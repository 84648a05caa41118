import { mapPart } from '#lib/ui/map/part.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({ ...data, Map: await mapPart(data.listing) });
