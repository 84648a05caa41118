import { dateWords, shortDateWords, timeWords } from '#lib/domain/calendar/calendar.ts';
import type { Schedule } from '#lib/domain/schedule/schedule.ts';
import type { Place } from '#lib/domain/resource/precision.ts';
import type { PublicResource } from './public-resource.ts';
import {
	agesWords,
	checkedWords,
	easesOf,
	feeWords,
	symbolOf,
	type Names
} from '#lib/domain/listing/row.ts';
import { label, type Vocabularies, type VocabularyName } from '#lib/domain/labels/vocabulary.ts';
import { purposeOf, type Purpose } from './purpose.ts';
import { waysOf, type Way } from './ways.ts';
import { operations } from '#lib/domain/labels/choices.ts';

/** null is shown as 未確認. */
export type Fact = { title: string; words: string | null };

/** What the page of one resource says, in words. */
export type Profile = {
	categories: { name: string; symbol: string }[];
	needs: string[];
	/** What has to be known before setting out. */
	notices: string[];
	alert: string | null;
	who: Fact[];
	firstVisit: Fact[];
	ways: Way[];
	/** What one gets in touch for; absent in copies of before it was kept. */
	purpose?: Purpose;
	/** Whether it takes new people, and when that was so. */
	intake: string | null;
	fee: string | null;
	schedules: { words: string; notes: string[] }[];
	address: string | null;
	/** Why the address ends where it does; null for an exact one. */
	withheld: string | null;
	accessibility: string[];
	eases: { yes: string[]; no: string[]; unknown: string[] };
	checked: string | null;
	sources: { words: string; url: string | null }[];
};

type Content = PublicResource['content'];

/** `today` in Japan; null as printed, where nothing depends on the day. */
export function profileOf(
	{ content, verification }: Pick<PublicResource, 'content' | 'verification'>,
	names: Names,
	today: string | null
): Profile {
	const { vocabularies } = names;
	const labels = (name: VocabularyName, codes: string[]) =>
		codes.map((code) => label(vocabularies, name, code));
	return {
		categories: content.categories.map((code) => ({
			name: label(vocabularies, 'category', code),
			symbol: symbolOf(code, vocabularies)
		})),
		needs: content.needs.map((code) => vocabularies.need.get(code)?.plain ?? code),
		notices: noticesOf(content),
		alert: alertOf(content, today),
		who: whoOf(content, names),
		firstVisit: firstVisitOf(content),
		ways: waysOf(content),
		purpose: purposeOf(content, vocabularies),
		intake: intakeOf(content, vocabularies),
		fee: feeWords(content, vocabularies),
		schedules: content.schedules.map((schedule) => ({
			words: schedule.text,
			notes: notesOf(schedule, today)
		})),
		address: addressOf(content.place, names),
		withheld: withheldWords[content.place.precision],
		accessibility: labels('accessibility', content.accessibility),
		eases: easesOf(content, vocabularies),
		checked: checkedOf(content, verification, vocabularies),
		sources: content.sources.map(({ name, url, retrievedOn }) => ({
			words: retrievedOn ? `${name}（${dateWords(retrievedOn)}取得）` : name,
			url
		}))
	};
}

function checkedOf(
	content: Content,
	verification: PublicResource['verification'],
	vocabularies: Vocabularies
): string | null {
	const words = checkedWords(content, verification, vocabularies);
	return words && verification?.role ? `${words}（${verification.role}）` : words;
}

export const withheldWords: Record<Place['precision'], string | null> = {
	exact: null,
	town: '町の名前までを載せています。詳しい場所は、申し込みのあとに知らせてもらえます。',
	municipality:
		'市区町村の名前だけを載せています。詳しい場所は、申し込みのあとに知らせてもらえます。',
	private: '来る人が安心していられるように、場所は公開していません。まず連絡してみてください。',
	online: 'オンラインの集まりです。家から参加できます。'
};

/** As exactly as it may be told; null where no municipality may be. */
export function addressOf(place: Place, { municipalities }: Names): string | null {
	if (!place.municipality) return null;
	const municipality = municipalities.get(place.municipality) ?? place.municipality;
	const postalCode = place.postalCode ? `〒${place.postalCode} ` : '';
	const building = place.building ? ` ${place.building}` : '';
	return `${postalCode}${municipality}${place.town ?? ''}${place.street ?? ''}${building}`;
}

function whoOf(content: Content, { vocabularies, municipalities }: Names): Fact[] {
	const audience = content.audiences.map((code) => label(vocabularies, 'audience', code));
	const languages = content.languages.map((code) => label(vocabularies, 'language', code));
	const area = content.serviceArea.map((code) => municipalities.get(code) ?? code);
	const withNote = (name: VocabularyName, code: string | null, note: string | null) =>
		[code && label(vocabularies, name, code), note].filter(Boolean).join('。') || null;
	const known = (title: string, words: string) => (words ? [{ title, words }] : []);
	return [
		{ title: '対象', words: audience.join('・') || null },
		{ title: '年齢', words: agesWords(content) },
		{ title: '性別', words: withNote('gender', content.gender, content.genderNote) },
		{
			title: '住んでいる所',
			words: withNote('residency', content.residency, content.residencyNote)
		},
		...known('来てもらえる地域', area.join('・')),
		...known('定員', content.capacity === null ? '' : `${content.capacity}人`),
		...known('ことば', languages.join('・'))
	];
}

function firstVisitOf({ firstVisit }: Content): Fact[] {
	return [
		{ title: 'だれが迎えてくれる？', words: firstVisit.meets },
		{ title: 'はじめにすること', words: firstVisit.first },
		{ title: '何人くらいいる？', words: firstVisit.people },
		{ title: '持っていくもの', words: firstVisit.bring },
		{ title: '写真や取材のこと', words: firstVisit.photos },
		{ title: '行けなくなったら', words: firstVisit.cannotCome }
	];
}

export function noticesOf(content: Content): string[] {
	const notices: string[] = [];
	const told = (words: string, on: string | null, note: string | null) =>
		[on ? `${words}（${dateWords(on)}）` : words, note].filter(Boolean).join('。');
	if (content.operation === 'closed') {
		notices.push(told('終了しました', content.operationOn, content.operationNote));
	}
	if (content.operation === 'paused') {
		notices.push(told('いまはお休みしています', content.operationOn, content.operationNote));
	}
	return notices;
}

/** What was said of new people while it was open does not hold while it is not. */
export function intakeOf(
	{ operation, intake, intakeOn }: Content,
	vocabularies: Vocabularies
): string | null {
	if (operation === 'closed') return '終了しました';
	if (operation === 'paused') return operations.paused;
	if (!intake) return null;
	const term = vocabularies.intake.get(intake);
	const words = term ? `${term.label}。${term.plain}` : intake;
	return intakeOn ? `${words}（${dateWords(intakeOn)}のようす）` : words;
}

export function alertOf({ alert }: Pick<Content, 'alert'>, today: string | null): string | null {
	if (!alert) return null;
	const isOver = today !== null && alert.until !== null && alert.until < today;
	const isEarly = today !== null && alert.from !== null && alert.from > today;
	if (isOver || isEarly) return null;
	return alert.until ? `${alert.text}（${dateWords(alert.until)}まで）` : alert.text;
}

function notesOf(schedule: Schedule, today: string | null): string[] {
	const holidays = {
		open: ['祝日も開いています'],
		closed: ['祝日はお休みです'],
		also: ['祝日も開いています']
	};
	const exceptions = schedule.exceptions
		.filter(({ on }) => today === null || on >= today)
		.map(({ on, kind, startsAt, endsAt, note }) => {
			const time = timeWords(startsAt, endsAt) ?? '';
			const words = kind === 'closed' ? 'はお休み' : `${time}も開きます`;
			return `${shortDateWords(on)}${words}${note ? `（${note}）` : ''}`;
		});
	const until = schedule.endsOn ? [`${dateWords(schedule.endsOn)}まで`] : [];
	return [...(schedule.holidays ? holidays[schedule.holidays] : []), ...until, ...exceptions];
}
