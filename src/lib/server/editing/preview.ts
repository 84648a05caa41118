import type { Content } from '#lib/domain/resource/content.ts';
import type { Issue } from '#lib/domain/input/issue.ts';
import type { Schedule } from '#lib/domain/schedule/schedule.ts';
import { japanMoment, type Moment } from '#lib/domain/calendar/calendar.ts';
import { printedContacts } from '#lib/domain/booklet/collected/contacts.ts';
import { contentFor, publicContent } from '#lib/domain/resource/publication.ts';
import { contentOf, scheduleOf, type ResourceFields } from '#lib/domain/editing/form.ts';
import { warningsOf } from '#lib/domain/resource/warnings.ts';
import { nextWords, rowOf, type Row } from '#lib/domain/listing/row.ts';
import { hasRules, isParted } from '#lib/domain/schedule/binding.ts';
import { nextOccurrences, occurrenceDateWords } from '#lib/domain/schedule/occurrences.ts';
import { readSchedule, rulesWords } from '#lib/domain/schedule/words.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import { readingOf } from '#lib/server/search/kana-reading.ts';
import { duplicates, type Duplicate } from '#lib/server/resources/duplicates.ts';

/** What can be told of a form while it is being typed. */
export type Look = {
	/** null: too little is typed to show it. */
	preview: { row: Row; paper: string[]; description: string | null } | null;
	warnings: Issue[];
	duplicates: Duplicate[];
	/** Suggested, where none is typed. */
	kana: string | null;
	schedules: ScheduleLook[];
};

/** What one schedule's words and rules come to. */
export type ScheduleLook = {
	/** In words, as it would be saved. */
	rule: string | null;
	/** Its rules belong to other words: no dates until somebody has looked. */
	isParted: boolean;
	next: string[];
	/** What was not understood; then nothing was. */
	unread: string[];
	/** Every second week, without the first. */
	needsStart: boolean;
};

const dates = 5;

export function look(
	db: Database,
	fields: ResourceFields,
	{
		resourceId,
		regionId,
		user,
		now
	}: { resourceId: string | null; regionId: number; user: Pick<User, 'role'>; now: Date }
): Look {
	const moment = japanMoment(now);
	const today = moment.on;
	const parsed = contentOf(fields);
	const warnings = 'value' in parsed ? warningsOf(parsed.value, today) : [];
	if ('value' in parsed && liesOutside(db, parsed.value.location)) {
		warnings.push({ path: 'location.latitude', message: '点が、市区町村の外にあります' });
	}
	return {
		preview: 'value' in parsed ? previewOf(db, parsed.value, resourceId, moment) : null,
		warnings,
		// A partner may not learn of what is not published.
		duplicates: user.role === 'partner' ? [] : duplicates(db, regionId, fields, resourceId),
		kana: fields.kana.trim() === '' && fields.name.trim() ? suggested(fields.name.trim()) : null,
		schedules: fields.schedules.map((row) => scheduleLook(scheduleOf(row), moment))
	};
}

function scheduleLook(schedule: Schedule | null, now: Moment): ScheduleLook {
	if (!schedule) return { rule: null, isParted: false, next: [], unread: [], needsStart: false };
	const { unread, needsStart } = readSchedule(schedule.text);
	return {
		rule: rulesWords(schedule),
		isParted: hasRules(schedule) && isParted(schedule),
		next: nextOccurrences([schedule], now, dates).map(occurrenceDateWords),
		unread,
		needsStart: needsStart && schedule.interval > 1 && schedule.startsOn === null
	};
}

function liesOutside(db: Database, location: Content['location']): boolean {
	const { municipality, latitude, longitude } = location;
	if (municipality === null || latitude === null || longitude === null) return false;
	return outlines.isOutside(db, municipality, { latitude, longitude });
}

function previewOf(
	db: Database,
	content: Content,
	resourceId: string | null,
	now: Moment
): NonNullable<Look['preview']> {
	const shown = publicContent(content);
	const row = rowOf(resourceId ?? '', shown, null, names(db));
	return {
		row: { ...row, next: nextWords(shown, now, 2) },
		paper: printedContacts(contentFor('paper', content)).map(({ words }) => words),
		description: shown.description
	};
}

/** The dictionary does not know every name, and never has to be right: a person looks at it. */
const suggested = (name: string): string | null => readingOf(name.slice(0, 100)) || null;
