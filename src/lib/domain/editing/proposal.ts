import {
	precisions,
	visibilities,
	type Content,
	type Precision,
	type Visibility
} from '#lib/domain/resource/content.ts';
import { divergences, type Divergence } from './reconcile.ts';
import { isSame } from './revision-comparison.ts';
import type { Names } from '#lib/domain/listing/row.ts';
import { isSameWay } from '#lib/domain/input/spelling.ts';
import { isForStaff, withoutStaffOnly } from '#lib/domain/resource/staff-only.ts';

/** What was proposed, what it was written from, and what readers see today. */
export type Versions = { proposed: Content; base: Content; current: Content };

type Shown = { visibility: Visibility };

const later = <T>(order: readonly T[], a: T, b: T): T =>
	order.indexOf(a) > order.indexOf(b) ? a : b;

/** What one row keeps for staff is for staff, whatever another says of it. */
const visibilityOf = (list: Shown[]): Visibility =>
	list.some(isForStaff)
		? 'staff'
		: (visibilities.find((one) => list.some(({ visibility }) => visibility === one)) ?? 'staff');

/** Ways to reach a place: what was taken away or hidden since is not shown again, what came stays. */
function waysToday<T extends Shown>(
	{ proposed, base, current }: { proposed: T[]; base: T[]; current: T[] },
	valueOf: (one: T) => string
): T[] {
	const alike = (list: T[], one: T) =>
		list.filter((other) => isSameWay(valueOf(other), valueOf(one)));
	const kept = proposed.flatMap((one) => {
		const before = visibilityOf(alike(base, one));
		const now = visibilityOf(alike(current, one));
		if (isForStaff(one)) {
			return alike([...base, ...current], one).some(isForStaff) ? [] : [one];
		}
		if (alike(current, one).some(isForStaff)) return [];
		if (before === 'staff') return [one];
		if (now === 'staff') return [];
		// What is no more open than before was left to whoever proposes it.
		const isCloser = now !== before && later(visibilities, before, now) === now;
		return [isCloser ? { ...one, visibility: later(visibilities, one.visibility, now) } : one];
	});
	const came = current.filter(
		(one) => !isForStaff(one) && [base, kept].every((list) => alike(list, one).length === 0)
	);
	return [...kept, ...came, ...current.filter(isForStaff)];
}

function precisionToday(proposed: Precision, base: Precision, current: Precision): Precision {
	const isCloser = current !== base && later(precisions, base, current) === current;
	return isCloser ? later(precisions, proposed, current) : proposed;
}

/** Part by part, what the proposal left as it found it is as it is today. */
const locationToday = ({ proposed, base, current }: Versions): Content['location'] => ({
	...proposed.location,
	...Object.fromEntries(
		Object.entries(current.location).filter(([part]) => {
			const key = part as keyof Content['location'];
			return proposed.location[key] === base.location[key];
		})
	)
});

/** A proposal as it would be written today: never more open than what has been closed since. */
export function rebased(versions: Versions): Content {
	const { proposed, base, current } = versions;
	const gave = ({ consents }: Content, channel: string) =>
		consents.some((one) => one.channel === channel);
	const of = <Field extends 'phones' | 'contacts'>(field: Field) => ({
		...{ proposed: proposed[field], base: base[field], current: current[field] }
	});
	return {
		...proposed,
		staffNote: current.staffNote,
		phones: waysToday(of('phones'), ({ number }) => number),
		contacts: waysToday(of('contacts'), ({ value }) => value),
		precision: precisionToday(proposed.precision, base.precision, current.precision),
		location: locationToday(versions),
		consents: proposed.consents.filter(
			({ channel }) => !gave(base, channel) || gave(current, channel)
		)
	};
}

/**
 * Field by field, what is proposed (`mine`) and what readers see (`theirs`); `choice` is null where that
 * has changed since too. What the proposal left as it found it is no part of it.
 */
export function proposedChanges(versions: Versions, names: Names): Divergence[] {
	const { base, current } = versions;
	const untouched = rebased({ ...versions, proposed: base });
	const mine = rebased(versions);
	const [before, now] = [withoutStaffOnly(base), withoutStaffOnly(current)];
	return divergences({ base, mine, theirs: current }, names)
		.filter(({ field }) => !isSame(field, untouched, mine))
		.map((one) => ({ ...one, choice: isSame(one.field, before, now) ? 'mine' : null }));
}
