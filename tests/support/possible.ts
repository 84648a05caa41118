import type { ContentInput } from '#lib/domain/resource/content.ts';

type Schedule = NonNullable<ContentInput['schedules']>[number];

const inOrder = <T>(one: T, other: T): [T, T] =>
	one !== null && other !== null && one !== undefined && other !== undefined && one > other
		? [other, one]
		: [one, other];

/** The same content without what its values, each of which is right, cannot be together. */
export function possible(any: object): ContentInput {
	const input = any as ContentInput;
	const { latitude = null, longitude = null, ...place } = input.location ?? {};
	const isPoint = latitude !== null && longitude !== null && !place.municipality;
	const [from, until] = inOrder(input.alert?.from, input.alert?.until);
	const [ageMin, ageMax] = inOrder(input.ageMin, input.ageMax);
	return {
		...input,
		...{ ageMin, ageMax, ageOpen: ageMax === null || ageMax === undefined ? input.ageOpen : false },
		...(input.alert ? { alert: { ...input.alert, from, until } } : {}),
		location: { ...place, ...(isPoint ? { latitude, longitude } : {}) },
		schedules: (input.schedules ?? []).map(possibleSchedule)
	};
}

function possibleSchedule(schedule: Schedule): Schedule {
	const [startsOn, endsOn] = inOrder(schedule.startsOn, schedule.endsOn);
	const { startsAt, endsAt } = possibleTimes(schedule);
	const kinds = new Map<string, string>();
	const exceptions = (schedule.exceptions ?? []).flatMap((one) => {
		const kind = kinds.get(one.on) ?? one.kind;
		kinds.set(one.on, kind);
		const isWithin = (!startsOn || one.on >= startsOn) && (!endsOn || one.on <= endsOn);
		if (kind !== one.kind || !(isWithin || schedule.frequency === 'once')) return [];
		const own = possibleTimes(one);
		const times = { startsAt: own.startsAt ?? startsAt, endsAt: own.endsAt ?? endsAt };
		const isOwn = !times.startsAt || !times.endsAt || times.startsAt < times.endsAt;
		return [isOwn ? { ...one, ...own } : { ...one, startsAt: null, endsAt: null }];
	});
	return { ...schedule, startsOn, endsOn, startsAt, endsAt, exceptions };
}

function possibleTimes({ startsAt = null, endsAt = null }: Pick<Schedule, 'startsAt' | 'endsAt'>): {
	startsAt: string | null;
	endsAt: string | null;
} {
	const [from, to] = inOrder(startsAt, endsAt);
	return { startsAt: from, endsAt: from === to ? null : to };
}
