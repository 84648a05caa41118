import type { Schedule } from '#lib/domain/schedule/schedule.ts';
import { occurrencesWithin } from '#lib/domain/schedule/occurrences.ts';
import { readSchedule } from './reading.ts';

/** What a line of words says, for whoever wants only the dates. */
export type Sessions = {
	words: string;
	understood: boolean;
	unread: string[];
	dates: { date: string; opens: string | null; closes: string | null }[];
};

/** The dates that words mean on `days` days from a date on; none where anything was not understood. */
export function readSessions(words: string, from: string, days: number): Sessions {
	const { rules, unread, needsStart } = readSchedule(words);
	const [first, ...also] = rules ?? [];
	if (!first || needsStart) {
		return { words, understood: false, unread: needsStart ? ['始まる日'] : unread, dates: [] };
	}
	const schedule: Schedule = { ...first, text: words, ruleFor: words, also, exceptions: [] };
	const dates = occurrencesWithin([schedule], from, days).map(({ on, startsAt, endsAt }) => ({
		date: on,
		opens: startsAt,
		closes: endsAt
	}));
	return { words, understood: true, unread: [], dates };
}
