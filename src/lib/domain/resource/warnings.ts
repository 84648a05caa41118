import { dayBreak, fromDay, toDay } from '#lib/domain/calendar/calendar.ts';
import type { Content } from './content.ts';
import type { Issue } from '#lib/domain/input/issue.ts';
import { readPhone } from '#lib/domain/input/phone.ts';
import { nextOccurrences } from '#lib/domain/schedule/occurrences.ts';
import { isAmong, isForStaff, staffWays, tellingTexts } from './staff-only.ts';
import { hasRules, held } from '#lib/domain/schedule/binding.ts';
import { closingFindings, scheduleFindings } from '#lib/domain/schedule/findings.ts';

/** One line of the booklet holds as much. */
const oneLine = 40;

/** What may be right and deserves a second look; it stops nobody. */
export function warningsOf(content: Content, today: string): Issue[] {
	const found: Issue[] = [];
	const warn = (path: string, message: string) => found.push({ path, message });
	if (!content.kana) warn('kana', 'よみがないと、五十音順の場所が決まりません');
	if (content.kana && /[^\p{Script=Hiragana}ー・\s0-9A-Za-z（）()]/u.test(content.kana)) {
		warn('kana', 'よみは、ひらがなで書きます');
	}
	const length = [...(content.summary ?? '')].length;
	if (length > oneLine) {
		warn('summary', `冊子では2行になります（${length}文字。1行は${oneLine}文字まで）`);
	}
	if (!content.summary && !content.description) warn('summary', '紹介のことばが何もありません');
	if (content.audiences.length === 0)
		warn('audiences', '対象がないと、探す人に見つかりにくくなります');
	content.phones.forEach(({ number }, row) => {
		if (readPhone(number).odd) {
			warn(`phones.${row}.number`, 'ふつうの電話番号の形ではありません。桁を見なおしてください');
		}
	});
	const ways = staffWays(content);
	for (const [field, list] of [
		['phones', content.phones.map((one) => ({ ...one, way: one.number }))],
		['contacts', content.contacts.map((one) => ({ ...one, way: one.value }))]
	] as const) {
		list.forEach((one, row) => {
			if (isForStaff(one) || !isAmong(ways, one.way)) return;
			const name = field === 'phones' ? 'number' : 'value';
			warn(
				`${field}.${row}.${name}`,
				'「職員だけ」の行と同じ連絡先なので、公開のページには出ません'
			);
		});
	}
	for (const field of tellingTexts(content, content)) {
		warn(field, '「職員だけ」の連絡先が書いてあります。公開のページに、そのまま出ます');
	}
	content.schedules.forEach((schedule, row) => {
		if (schedule.endsOn !== null && schedule.endsOn < today) {
			warn(`schedules.${row}.endsOn`, 'もう過ぎた日です');
		} else if (schedule.frequency === 'once' && (schedule.startsOn ?? today) < today) {
			warn(`schedules.${row}.startsOn`, 'もう過ぎた日です');
		} else if (hasRules(schedule) && held(schedule) && isWithoutDates(schedule, today)) {
			warn(`schedules.${row}.text`, 'このきまりからは、次の日付が1つも出ません');
		}
		const { startsAt, endsAt } = schedule;
		if (startsAt && endsAt && endsAt <= startsAt) {
			warn(`schedules.${row}.endsAt`, '終わりが始まりより前です');
		}
		for (const message of scheduleFindings(schedule)) warn(`schedules.${row}.text`, message);
	});
	for (const { path, message } of closingFindings(content)) warn(path, message);
	if (content.alert?.until && content.alert.until < today) {
		warn('alert.until', '過ぎているので、お知らせはもう出ません');
	}
	for (const [path, date] of [
		['intakeOn', content.intakeOn],
		...content.consents.map(({ givenOn }, row) => [`consents.${row}.givenOn`, givenOn] as const),
		...content.sources.map(
			({ retrievedOn }, row) => [`sources.${row}.retrievedOn`, retrievedOn] as const
		)
	] as [string, string | null][]) {
		if (date !== null && date > today) warn(path, 'まだ来ていない日です');
	}
	if (content.intakeOn !== null && content.intakeOn < fromDay(toDay(today) - 366)) {
		warn('intakeOn', '1年より前です。いまも同じか、聞いてみてください');
	}
	if (!['private', 'online'].includes(content.precision) && !content.location.municipality) {
		warn('location.municipality', '市区町村がないと、地域で探す人に見つかりません');
	}
	for (const [channel, words] of [
		['web', 'サイト'],
		['paper', '冊子']
	] as const) {
		if (!content.consents.some((consent) => consent.channel === channel)) {
			warn(`consents.${channel}`, `同意がないあいだ、${words}には載りません`);
		}
	}
	return found;
}

const isWithoutDates = (schedule: Content['schedules'][number], today: string) =>
	nextOccurrences([schedule], dayBreak(today), 1).length === 0;
