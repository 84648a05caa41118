import type { Content } from './content.ts';
import type { Issue } from '#lib/domain/input/issue.ts';
import type { Schedule } from '#lib/domain/schedule/schedule.ts';
import { isCorporateNumber } from '#lib/domain/input/corporate-number.ts';
import { prefectureNotAround } from '#lib/domain/map/prefecture-bounds.ts';
import { readPhone, withoutZero } from '#lib/domain/input/phone.ts';
import { addressProblem } from '#lib/domain/input/web-address.ts';

type Say = (path: string, message: string) => void;

/**
 * What each value allows and all together cannot be. The same for a form, a proposal, an import and a
 * command: whatever makes a content asks `parseContent`, which asks here.
 */
export function contradictions(content: Content): Issue[] {
	const issues: Issue[] = [];
	const say: Say = (path, message) => issues.push({ path, message });
	ofAges(content, say);
	content.schedules.forEach((schedule, row) =>
		ofSchedule(schedule, (path, message) => say(`schedules.${row}.${path}`, message))
	);
	ofLocation(content.location, say);
	const { alert, organization } = content;
	if (isAfter(alert?.from, alert?.until)) {
		say('alert.until', `終わりの日（${alert!.until}）が、始まりの日（${alert!.from}）より前です`);
	}
	if (organization?.corporateNumber && !isCorporateNumber(organization.corporateNumber)) {
		say('organization.corporateNumber', '法人番号（数字13桁）として成り立たない番号です');
	}
	content.phones.forEach(({ number, visibility }, row) => {
		const { whole } = readPhone(number);
		// Staff may keep one that is still to be asked for.
		if (whole && visibility !== 'staff') say(`phones.${row}.number`, withoutZero(whole));
	});
	content.contacts.forEach(({ value }, row) => {
		const problem = /^https?:/i.test(value) ? addressProblem(value) : null;
		if (problem) say(`contacts.${row}.value`, problem);
	});
	const channels = content.consents.map(({ channel }) => channel);
	channels.forEach((channel, row) => {
		if (channels.indexOf(channel) !== row) {
			say(`consents.${row}.channel`, '同じ掲載先の同意が2つあります');
		}
	});
	return issues;
}

/** Of dates and times in the forms of ISO 8601; what is not said is after nothing. */
const isAfter = (one: string | null | undefined, other: string | null | undefined) =>
	Boolean(one && other && one > other);

function ofAges({ ageMin, ageMax, ageOpen }: Content, say: Say): void {
	if (ageMin !== null && ageMax !== null && ageMin > ageMax) {
		say('ageMax', `上限（${ageMax}）が下限（${ageMin}）より小さい値です`);
	}
	if (ageMax !== null && ageOpen) {
		say('ageMax', `上限（${ageMax}）と「上限なし」の両方があります。どちらか1つにします`);
	}
}

function ofSchedule(schedule: Schedule, say: Say): void {
	const { startsOn, endsOn, exceptions } = schedule;
	if (isAfter(startsOn, endsOn)) {
		say('endsOn', `終わる日（${endsOn}）が、始まる日（${startsOn}）より前です`);
	}
	ofTimes(schedule, say);
	// The date of a single meeting bounds nothing: others are added beside it.
	const isBounded = schedule.frequency !== 'once' && !isAfter(startsOn, endsOn);
	exceptions.forEach(({ on, kind, startsAt, endsAt }, row) => {
		const at: Say = (path, message) => say(`exceptions.${row}.${path}`, message);
		if (isBounded && (isAfter(startsOn, on) || isAfter(on, endsOn))) {
			at('on', `${on} は、始まる日から終わる日までのあいだにありません`);
		}
		if (exceptions.some((other) => other.on === on && other.kind !== kind) && kind === 'added') {
			at('on', `${on} が、休みにも追加にもなっています`);
		}
		if (kind === 'added') {
			const times = { startsAt: startsAt ?? schedule.startsAt, endsAt: endsAt ?? schedule.endsAt };
			if (startsAt !== null || endsAt !== null) ofTimes(times, at);
		}
	});
}

function ofTimes({ startsAt, endsAt }: Pick<Schedule, 'startsAt' | 'endsAt'>, say: Say): void {
	if (startsAt === null || endsAt === null || endsAt > startsAt) return;
	say(
		'endsAt',
		endsAt === startsAt
			? `始まる時刻と終わる時刻が同じ（${endsAt}）です`
			: `終わる時刻（${endsAt}）が、始まる時刻（${startsAt}）より前です。日をまたぐときは、終わる時刻を空けて、ことばで書きます`
	);
}

function ofLocation({ municipality, latitude, longitude }: Content['location'], say: Say): void {
	if ((latitude === null) !== (longitude === null)) {
		say('location.latitude', '緯度と経度は、両方書くか、両方空けます');
	}
	if (municipality === null || latitude === null || longitude === null) return;
	const prefecture = prefectureNotAround(municipality, { latitude, longitude });
	if (prefecture) {
		say('location.latitude', `緯度・経度（${latitude}, ${longitude}）が、${prefecture}の外です`);
	}
}
