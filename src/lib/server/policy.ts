import type { Refusal } from './refusal.ts';

/** Who may ask. */
export type Access = 'public';

/** What may be asked of a route; a POST to a page by the name of its action. */
type Policy = Record<string, Rule>;
type Rule = { GET?: Access; POST?: Access | Record<string, Access> };

const read: Rule = { GET: 'public' };

/** Everything that may be asked. What is not here is refused. */
export const policy: Policy = {
	'/': read,
	'/about': read,
	'/api/map': read,
	'/api/search': read,
	'/api/suggest': read,
	'/bookmarks': read,
	'/changes/[year]': read,
	'/embed/regions/[slug]': read,
	'/guide': read,
	'/healthz': read,
	'/offline': read,
	'/outlines': read,
	'/outlines/[prefecture]': read,
	'/policy': read,
	'/privacy': read,
	'/regions/[slug]': read,
	'/regions/[slug]/[year]': read,
	'/regions/[slug]/[year]/changes': read,
	'/regions/[slug]/[year]/errata': read,
	'/regions/[slug]/[year]/resources.geojson': read,
	'/regions/[slug]/resources.geojson': read,
	'/regions/[slug]/resources.json': read,
	'/regions/[slug]/search.json': read,
	'/resources/[id]': read,
	'/resources/[id]/report': { GET: 'public', POST: { default: 'public' } },
	'/resources/[id]/report/thanks': read,
	'/rest': read,
	'/search': read,
	'/settings': read,
	'/settings/readings.json': read,
	'/tiles': read,
	'/tiles/[z]/[x]/[y]': read
};

/** `routeId` is null where there is no route: the framework then says that nothing was found. */
export function judge(
	method: string,
	routeId: string | null,
	address: string,
	table = policy
): Refusal | null {
	if (routeId === null) return null;
	const rule = Object.hasOwn(table, routeId) ? table[routeId] : undefined;
	if (!rule) return { status: 404 };
	if (method === 'GET' || method === 'HEAD') return rule.GET ? null : refuse(rule);
	if (method !== 'POST' || !rule.POST) return refuse(rule);
	if (typeof rule.POST === 'string') return null;
	return Object.hasOwn(rule.POST, actionOf(address)) ? null : { status: 404 };
}

/** `?/name` asks for the action of that name. */
function actionOf(address: string): string {
	for (const name of new URL(address).searchParams.keys()) {
		// kit breaks on the name of the unnamed one.
		if (name.startsWith('/')) return name === '/default' ? '' : name.slice(1);
	}
	return 'default';
}

function refuse(rule: Rule): Refusal {
	const allowed = [...(rule.GET ? ['GET', 'HEAD'] : []), ...(rule.POST ? ['POST'] : [])];
	return { status: 405, headers: { allow: allowed.join(', ') } };
}
