import { fromDay, toDay } from '#lib/domain/calendar/calendar.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import { occurrencesWithin, type Occurrence } from '#lib/domain/schedule/occurrences.ts';

/** One date of one place, with the words it comes from. */
export type Meeting<Place> = Pick<Occurrence, 'on' | 'startsAt' | 'endsAt' | 'isUnsure'> & {
	place: Place;
	/** As printed, verbatim. */
	words: string;
	/** What was said of this date alone. */
	note: string | null;
};

type Dated = { content: Pick<PublicContent, 'operation' | 'schedules'> };

/** The next twelve months. */
const daysAhead = 366;
/** A calendar is made and read whole each time: this many are some 2 MB. */
const mostMeetings = 3_000;
const daysAtOnce = 31;

/**
 * The meetings of places that are open, by date. Of more than `most` all those up to a date, which is
 * `until`; null: twelve months.
 */
export function meetingsOf<Place extends Dated>(
	places: readonly Place[],
	from: string,
	most = mostMeetings
): { meetings: Meeting<Place>[]; until: string | null } {
	const open = places.filter(({ content }) => content.operation === 'open');
	const found: Meeting<Place>[] = [];
	for (let at = 0; at < daysAhead; at += daysAtOnce) {
		const first = fromDay(toDay(from) + at);
		const days = Math.min(daysAtOnce, daysAhead - at);
		found.push(...open.flatMap((place) => meetingsIn(place, first, days)).sort(byDate));
		if (found.length > most) return cut(found, most);
	}
	return { meetings: found, until: null };
}

/** Whole days, so that a day that is there is complete; at least a part of the first. */
function cut<Place>(found: Meeting<Place>[], most: number) {
	const last = found[most]!.on;
	const meetings = found.filter(({ on }) => on < last);
	if (meetings.length === 0) return { meetings: found.slice(0, most), until: last };
	return { meetings, until: fromDay(toDay(last) - 1) };
}

/** Of one place, each date and time once, whichever of its schedules says it first. */
function meetingsIn<Place extends Dated>(
	place: Place,
	from: string,
	days: number
): Meeting<Place>[] {
	const all = place.content.schedules.flatMap((schedule) =>
		occurrencesWithin([schedule], from, days).map(({ on, startsAt, endsAt, isUnsure }) => ({
			...{ place, on, startsAt, endsAt, isUnsure, words: schedule.text },
			note: schedule.exceptions.find((one) => one.on === on && one.kind === 'added')?.note ?? null
		}))
	);
	const known = new Set<string>();
	return all.filter((one) => !known.has(timeOf(one)) && known.add(timeOf(one)));
}

type Timed = Pick<Occurrence, 'on' | 'startsAt'>;
const timeOf = ({ on, startsAt }: Timed) => `${on} ${startsAt ?? ''}`;
const byDate = (a: Timed, b: Timed) => (timeOf(a) < timeOf(b) ? -1 : 1);
