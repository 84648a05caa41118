import ical, { ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import { dateWords, fromDay, toDay } from '#lib/domain/calendar/calendar.ts';
import type { Names, Row } from '#lib/domain/listing/row.ts';
import { addressOf, alertOf, intakeOf, withheldWords } from '#lib/domain/reader/profile/profile.ts';
import { sampleMark } from '#lib/domain/region/sample.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import { meetingsOf, type Meeting } from './meetings.ts';

/** A place as a calendar tells it. */
export type CalendarPlace = {
	row: Pick<Row, 'id' | 'name' | 'category' | 'notice'>;
	content: PublicContent;
	/** Of its revision: when it was approved (ISO instant), and its number within the resource. */
	approvedAt: string;
	revision: number;
	isSample: boolean;
};

export type CalendarHead = {
	/** 「さくら地域の予定」 */
	name: string;
	/** What a person should know of all of it. */
	sentences: string[];
	/** Where it is kept up to date. */
	address: string;
	/** Address of the page of a resource. */
	pageOf: (id: string) => string;
	isSample: boolean;
};

const secondsOfDay = 86_400;

/**
 * RFC 5545, the dates worked out by `domain/schedule`: programs read rules of recurrence in ways of their
 * own, and none of them knows Japanese holidays. The same places on the same day are the same bytes.
 */
export function calendarText(
	places: readonly CalendarPlace[],
	head: CalendarHead,
	{ today, names }: { today: string; names: Names }
): string {
	const { meetings, until } = meetingsOf(places, today);
	const untilWords = until && `${dateWords(until)}まで`;
	const name = [head.isSample && `【${sampleMark}】`, head.name, untilWords && `（${untilWords}）`];
	const sentences = [
		...(head.isSample ? ['これは架空の見本です。実際の場所ではありません。'] : []),
		...head.sentences,
		...(untilWords
			? [`予定が多いので、${untilWords}を入れています。条件をしぼると、先の日まで入ります。`]
			: []),
		'日は変わることがあります。行くまえに、それぞれのページでたしかめてください。'
	];
	const calendar = ical({
		prodId: { company: 'chiiki-bookmark', product: 'calendar', language: 'JA' },
		name: escaped(name.filter(Boolean).join('')),
		description: escaped(sentences.join('')),
		source: head.address,
		ttl: secondsOfDay,
		events: meetings.map((meeting) => eventOf(meeting, head.pageOf(meeting.place.row.id), names))
	});
	// The library ends without the last line's end (RFC 5545, 3.1).
	return `${calendar.toString()}\r\n`;
}

/** TEXT of RFC 5545, 3.3.11: the library escapes that of events, but not of the calendar. */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

function eventOf(meeting: Meeting<CalendarPlace>, page: string, names: Names): ICalEventData {
	const { place, isUnsure } = meeting;
	const { row, content, approvedAt, revision, isSample } = place;
	const stamp = new Date(approvedAt);
	const marks = [row.notice, isUnsure ? '祝日に開くかは未確認' : null].filter(Boolean);
	return {
		id: uidOf(row.id, meeting),
		sequence: revision,
		stamp,
		lastModified: stamp,
		...timeOf(meeting),
		summary: `${isSample ? `【${sampleMark}】` : ''}${row.name}${marks.length > 0 ? `（${marks.join('、')}）` : ''}`,
		description: descriptionOf(meeting, page, names),
		...locationOf(content, names),
		categories: [{ name: row.category }],
		url: page,
		status: isUnsure ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
		// That something takes place is no appointment of who reads it.
		transparency: ICalEventTransparency.TRANSPARENT
	};
}

/**
 * A place has one meeting at a time: its id, the date and the start are the identity, so that other words,
 * another order of the schedules or another server leave an event what it is.
 */
const uidOf = (id: string, { on, startsAt }: Meeting<unknown>) =>
	`${id}-${on.replaceAll('-', '')}${startsAt ? `T${startsAt.replace(':', '')}` : ''}`;

type Times = Pick<ICalEventData, 'start' | 'end' | 'allDay'>;

function timeOf({ on, startsAt, endsAt }: Meeting<unknown>): Times {
	// Dates are read in UTC; the end of whole days is the day after.
	if (startsAt === null) {
		return { start: instant(on, 0), end: instant(fromDay(toDay(on) + 1), 0), allDay: true };
	}
	const start = instant(on, minutesOf(startsAt) - japanOffset);
	// Of what has no known end the length is not invented.
	return endsAt === null ? { start } : { start, end: instant(on, minutesOf(endsAt) - japanOffset) };
}

/** Minutes: Japan has kept UTC+9 without daylight saving since 1951. */
const japanOffset = 9 * 60;

/** Also of 24:00. */
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const instant = (on: string, minutes: number) =>
	new Date(Date.parse(`${on}T00:00:00Z`) + minutes * 60_000);

function locationOf({ place }: PublicContent, names: Names): Pick<ICalEventData, 'location'> {
	const title = place.precision === 'online' ? 'オンライン' : addressOf(place, names);
	if (!title) return {};
	const { latitude, longitude } = place;
	const isExact = latitude !== null && longitude !== null;
	return { location: { title, ...(isExact && { geo: { lat: latitude, lon: longitude } }) } };
}

/** The words of the schedule and all that bears on the date stand beside it. */
function descriptionOf(
	{ place, on, words, note, isUnsure }: Meeting<CalendarPlace>,
	page: string,
	names: Names
): string {
	const { content, isSample } = place;
	const titled = (title: string, text: string | null) => (text ? [`${title}：${text}`] : []);
	return [
		...(isSample ? ['これは架空の見本です。実際の場所ではありません。'] : []),
		`いつ：${words}`,
		...titled('この日のこと', note),
		...titled('時間の補足', content.hoursNote),
		...(isUnsure ? ['祝日に開くかは、まだたしかめていません。'] : []),
		...titled('お知らせ', alertOf(content, on)),
		...titled('受け入れ', intakeOf(content, names.vocabularies)),
		...[withheldWords[content.place.precision]].filter((one) => one !== null),
		`行くまえに、いまの内容をたしかめてください。`,
		page
	].join('\n');
}
