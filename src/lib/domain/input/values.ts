import * as v from 'valibot';
import { isDate } from '#lib/domain/calendar/calendar.ts';
import { letterIssue, tidy } from './letters.ts';
import { addressProblem } from './web-address.ts';

const text = (max: number) =>
	v.pipe(
		v.string(),
		v.transform(tidy),
		v.maxLength(max, `${max}文字までです`),
		v.check(
			(words) => letterIssue(words) === null,
			({ input }) => letterIssue(input)!
		)
	);
export const words = (max = 200) => v.optional(v.nullable(text(max)), null);
export const required = (max = 200) => v.pipe(text(max), v.minLength(1, '空です'));
export const code = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9-]{1,40}$/, '英小文字・数字・ハイフンの符号で書きます')
);
export const codes = v.optional(v.array(code), []);
export const date = v.pipe(
	v.string(),
	v.regex(/^\d{4}-\d\d-\d\d$/, '2026-04-01 のような日付で書きます'),
	v.check(isDate, ({ input }) => `${input} という日はありません`)
);
export const optionalDate = v.optional(v.nullable(date), null);
export const time = v.pipe(
	v.string(),
	v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, '00:00 から 24:00 までの時刻を HH:MM で書きます')
);
export const optionalTime = v.optional(v.nullable(time), null);
/** A whole number, said to be one. */
export const whole = (max: number) => {
	const message = `0〜${max}の整数で書きます`;
	const number = v.pipe(
		v.number(message),
		v.integer(message),
		v.minValue(0, message),
		v.maxValue(max, message)
	);
	return v.optional(v.nullable(number), null);
};
export const age = whole(120);
export const degrees = (min: number, max: number) => {
	const message = `日本の中の度数（${min}〜${max}）で書きます`;
	const number = v.pipe(v.number(message), v.minValue(min, message), v.maxValue(max, message));
	return v.optional(v.nullable(number), null);
};
export const municipalityCode = v.pipe(
	v.string(),
	v.regex(/^\d{6}$/, '全国地方公共団体コード6桁で書きます')
);
export const webAddress = v.pipe(
	text(500),
	v.check(
		(address) => addressProblem(address) === null,
		({ input }) => addressProblem(input)!
	)
);
