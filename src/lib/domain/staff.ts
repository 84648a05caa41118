/** From the least to the most: a later role may do what an earlier one may. */
export const roles = ['partner', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Somebody who is signed in. */
export type User = {
	/** A uuid: the actor of the audit log. */
	id: string;
	name: string;
	role: Role;
	/** Ids of the regions an editor works on. */
	regions: 'all' | number[];
	/** Ids of the organizations a partner speaks for. */
	organizations: string[];
};

export const isAtLeast = (user: Pick<User, 'role'>, least: Role): boolean =>
	roles.indexOf(user.role) >= roles.indexOf(least);

/** Whether somebody edits in a region; a partner never does. */
export function editsRegion(user: User, regionId: number): boolean {
	if (user.role === 'admin') return true;
	if (user.role === 'partner') return false;
	return user.regions === 'all' || user.regions.includes(regionId);
}

/** Whether a resource is somebody's to see: an editor's by its region, a partner's by its organization. */
export function reachesResource(
	user: User,
	resource: { regionId: number; organizationId: string | null }
): boolean {
	if (user.role !== 'partner') return editsRegion(user, resource.regionId);
	const { organizationId } = resource;
	return organizationId !== null && user.organizations.includes(organizationId);
}
