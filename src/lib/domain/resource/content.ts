import * as v from 'valibot';
import {
	age,
	code,
	codes,
	degrees,
	municipalityCode,
	optionalDate,
	required,
	webAddress,
	whole,
	words
} from '#lib/domain/input/values.ts';
import { scheduleSchema } from '#lib/domain/schedule/schedule.ts';

/** Who may see a telephone number or a contact: everyone, readers of the printed booklet, or staff only. */
export const visibilities = ['public', 'paper', 'staff'] as const;

/** How exactly a location may be shown, less and less; `domain/resource/precision.ts` alone decides what that means. */
export const precisions = ['exact', 'town', 'municipality', 'private', 'online'] as const;

export type Visibility = (typeof visibilities)[number];
export type Precision = (typeof precisions)[number];

const visibility = v.optional(v.picklist(visibilities), 'public');

export const contentSchema = v.object({
	name: required(100),
	kana: words(200),
	plainName: words(100),
	organization: v.optional(
		v.nullable(
			v.object({
				name: required(150),
				kana: words(300),
				/** 法人番号, 13 digits. */
				corporateNumber: v.optional(
					v.nullable(v.pipe(v.string(), v.regex(/^\d{13}$/, '法人番号は13桁の数字です'))),
					null
				),
				url: v.optional(v.nullable(webAddress), null)
			})
		),
		null
	),
	/** Codes of the vocabularies; the first category is the chapter and the symbol. */
	categories: v.pipe(v.array(code), v.minLength(1, '区分が1つは要ります')),
	needs: codes,
	audiences: codes,
	accessibility: codes,
	languages: codes,
	/** yes or no; one that is not named is 未確認. */
	eases: v.optional(v.record(code, v.picklist(['yes', 'no'])), {}),
	ageMin: age,
	ageMax: age,
	/** 「年齢の上限なし」 said explicitly; false with no `ageMax` means that nobody said. */
	ageOpen: v.optional(v.boolean(), false),
	gender: v.optional(v.nullable(code), null),
	genderNote: words(),
	residency: v.optional(v.nullable(code), null),
	residencyNote: words(),
	serviceArea: v.optional(v.array(municipalityCode), []),
	/** One line for print. */
	summary: words(80),
	description: words(2000),
	activities: words(1000),
	firstVisit: v.optional(
		v.object({
			meets: words(300),
			first: words(600),
			people: words(200),
			bring: words(200),
			photos: words(300),
			cannotCome: words(300)
		}),
		{}
	),
	/** How the person gets in touch. */
	approach: words(600),
	/** How a supporter refers someone. */
	referral: words(600),
	fee: v.optional(v.nullable(code), null),
	feeNote: words(300),
	intake: v.optional(v.nullable(code), null),
	intakeOn: optionalDate,
	operation: v.optional(v.picklist(['open', 'paused', 'closed']), 'open'),
	operationOn: optionalDate,
	operationNote: words(300),
	capacity: whole(99_999),
	/** What is said of times that no rule can hold: 定休日, 留意事項. */
	hoursNote: words(500),
	schedules: v.optional(v.array(scheduleSchema), []),
	phones: v.optional(
		v.array(
			v.object({
				kind: v.optional(v.picklist(['voice', 'fax']), 'voice'),
				number: required(40),
				label: words(),
				visibility
			})
		),
		[]
	),
	contacts: v.optional(
		v.array(
			v.object({
				kind: v.picklist(['mail', 'form', 'line', 'chat', 'social', 'post', 'visit']),
				value: required(500),
				label: words(),
				visibility
			})
		),
		[]
	),
	links: v.optional(v.array(v.object({ label: words(), url: webAddress })), []),
	precision: v.picklist(precisions),
	location: v.optional(
		v.object({
			municipality: v.optional(v.nullable(municipalityCode), null),
			/** 町丁目. */
			town: words(),
			/** 番地以降. */
			street: words(),
			building: words(),
			postalCode: v.optional(
				v.nullable(v.pipe(v.string(), v.regex(/^\d{3}-?\d{4}$/, '郵便番号は7桁です'))),
				null
			),
			/** WGS 84 degrees, within Japan. */
			latitude: degrees(20, 46),
			longitude: degrees(122, 154)
		}),
		{}
	),
	access: words(500),
	accessibilityNote: words(500),
	alert: v.optional(
		v.nullable(v.object({ text: required(300), from: optionalDate, until: optionalDate })),
		null
	),
	sources: v.optional(
		v.array(
			v.object({
				name: required(200),
				url: v.optional(v.nullable(webAddress), null),
				retrievedOn: optionalDate
			})
		),
		[]
	),
	consents: v.optional(
		v.array(
			v.object({
				channel: v.picklist(['web', 'paper']),
				/** A role, never a person's name. */
				givenBy: required(100),
				givenOn: optionalDate,
				how: required(100)
			})
		),
		[]
	),
	staffNote: words(2000)
});

/** Everything one revision holds. Values that nobody has said are null or absent: 未確認. */
export type Content = v.InferOutput<typeof contentSchema>;
export type ContentInput = v.InferInput<typeof contentSchema>;
