import { readAnswer } from '#lib/domain/formats/cells/answer.ts';
import { readTime, readTimes } from '#lib/domain/formats/cells/clock.ts';
import { readDegrees, readPair } from '#lib/domain/formats/cells/coordinates.ts';
import { readPlaceCode } from '#lib/domain/formats/cells/place-code.ts';
import { readTelephones } from '#lib/domain/formats/cells/telephone.ts';
import { readDate } from '#lib/domain/formats/cells/values.ts';
import { readMail, readWeb } from '#lib/domain/formats/cells/web.ts';
import { readWeekdays } from '#lib/domain/formats/cells/weekdays.ts';
import { isDate } from '#lib/domain/calendar/calendar.ts';
import type { Context } from '#lib/domain/formats/format.ts';
import { isCorporateNumber } from '#lib/domain/input/corporate-number.ts';
import { parseAddress } from '#lib/domain/region/municipality.ts';
import { readSchedule } from '#lib/domain/schedule/words.ts';
import { knownTerm } from '#lib/domain/formats/mapping/terms/match.ts';

/** What the values of a column look like, the most particular first. */
const looks = {
	mail: (text) => readMail(text) !== null,
	url: (text) =>
		/^(?:https?:|www\.|[a-z0-9-]+\.[a-z0-9.-]+\/?)/i.test(text) && readWeb(text).urls.length > 0,
	corporate: (text) => isCorporateNumber(text) || /^\d(?:\.\d+)?e\+?12$/i.test(text),
	point: (text) => {
		const pair = readPair(text);
		return pair !== null && pair.every((one) => /\d\.\d/.test(one) && readDegrees(one));
	},
	latitude: (text) => within(text, 20, 46),
	longitude: (text) => within(text, 122, 154),
	postal: (text) => /^〒?\s*\d{3}[-‐−ー]\d{4}$/u.test(text.normalize('NFKC')),
	date: (text) => isDate(readDate(text)) && !/^\d{8}$/.test(text),
	times: (text) => readTimes(text) !== null,
	time: (text) => /[:時]/.test(text.normalize('NFKC')) && readTime(text) !== null,
	weekdays: (text) => readWeekdays(text) !== null,
	phone: (text) => /\d[-‐−ー()（）]\d/u.test(text.normalize('NFKC')) && hasNumber(text),
	prefecture: (text) => /^(?:東京都|北海道|(?:京都|大阪)府|[^市町村]{2,3}県)$/u.test(text.trim()),
	municipality: (text, { gazetteer }) => {
		const { municipality, rest } = parseAddress(text, gazetteer);
		return municipality !== null && rest === '';
	},
	code: (text, { gazetteer }) => /^\d{5,6}$/.test(text) && readPlaceCode(text, gazetteer) !== null,
	address: (text, { gazetteer }) =>
		/\d/.test(text.normalize('NFKC')) &&
		(parseAddress(text, gazetteer).municipality !== null ||
			townAndNumber.test(text.normalize('NFKC'))),
	ages: (text) => /^(?:満|概ね)?\d{1,3}(?:歳|才)/.test(text.normalize('NFKC')),
	schedule: (text) => text.length <= 100 && !/^\d/.test(text) && readSchedule(text).rules !== null,
	answer: (text) => !/^[01]$/.test(text) && readAnswer(text) !== null,
	fee: (text) => /^(?:無料|有料|[\d,]+円.{0,10})$/.test(text.normalize('NFKC')),
	category: (text, context) => knownTerm(text, 'category', context) !== null,
	audience: (text, context) => knownTerm(text, 'audience', context) !== null,
	// Hiragana may be any words.
	kana: (text) => /^[\p{Script=Katakana}ー・\s]{4,}$/u.test(text),
	number: (text) => /^\d+$/.test(text.normalize('NFKC'))
} satisfies Record<string, (text: string, context: Context) => unknown>;

export type Look = keyof typeof looks;

/** 「見本町1-2」; 「見本の家1」 is none. */
const townAndNumber =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,12}(?:\d+丁目)?(?:\d+-[\d-]+|\d+番地?(?:\d+号?)?|(?<=[町字目])\d+)$/u;

const within = (text: string, low: number, high: number) => {
	const read = readDegrees(text);
	return (
		read !== undefined &&
		(/\.\d{2}/.test(text) || read.converted) &&
		read.degrees >= low &&
		read.degrees <= high
	);
};

const hasNumber = (text: string) => {
	const { phones } = readTelephones(text);
	return phones.some(({ doubt }) => doubt === null || doubt === 'odd');
};

const most = 0.7;

/** What at least seven of ten values are; null: words, or nothing. */
export function lookOf(values: readonly string[], context: Context): Look | null {
	if (values.length === 0) return null;
	for (const [look, is] of Object.entries(looks) as [Look, (typeof looks)[Look]][]) {
		const count = values.filter((value) => is(value.trim(), context)).length;
		if (count >= values.length * most) return look;
	}
	return null;
}
