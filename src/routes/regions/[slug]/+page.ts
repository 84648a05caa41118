import { withParts } from '#lib/ui/page/parts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data }) => withParts(data);
