import { weekdays, type Weekday } from '#lib/domain/calendar/weekday.ts';
import type { Cursor } from '#lib/domain/schedule/words/cursor.ts';
import type { Kind } from '#lib/domain/schedule/words/tokens.ts';
import type { Unit } from '#lib/domain/schedule/words/tokens.ts';

type Weekly = Unit & { kind: 'weekly' };

export const weekly = (days: Weekday[], interval = 1): Weekly => ({
	...{ kind: 'weekly', days, interval },
	...{ isBare: false, isEvery: false, holidays: null }
});

/** 「月・水・金」「月水金」「月〜金」「月曜から金曜まで」. */
export function takeWeekdays(cursor: Cursor, start: number): Weekly {
	const found: Weekday[] = [];
	let isBare = true;
	for (;;) {
		// 「土曜 日」: Saturday, or Sunday too?
		const isStray = !isBare && cursor.peek()!.gap && !cursor.is('youbi', 1);
		if (isStray && cursor.peek()!.day === 'su') cursor.refuse(start);
		found.push(cursor.take().day!);
		if (cursor.takeIf('youbi')) isBare = false;
		const isRange = (cursor.is('tilde') || cursor.is('from')) && cursor.is('day', 1);
		if (isRange) {
			cursor.take();
			const to = cursor.take();
			if (cursor.takeIf('youbi')) isBare = false;
			cursor.takeIf('until');
			found.push(...following(found.at(-1)!, to.day!));
		}
		if (cursor.is('day')) continue;
		if (!joins(cursor) || !cursor.is('day', 1)) break;
		cursor.take();
	}
	const days = weekdays.filter((day) => found.includes(day));
	if (new Set(found).size !== found.length) cursor.refuse(start);
	return { ...weekly(days), isBare: isBare && days.length === 1 };
}

const joiners = new Set<Kind>(['dot', 'slash']);
export const joins = (cursor: Cursor): boolean => cursor.isOne(joiners);

/** After `from`, up to `to`, over the end of the week if need be. */
function following(from: Weekday, to: Weekday): Weekday[] {
	const first = weekdays.indexOf(from);
	const count = (weekdays.indexOf(to) - first + 7) % 7;
	return Array.from({ length: count }, (_, at) => weekdays[(first + at + 1) % 7]!);
}
