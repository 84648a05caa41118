import * as v from 'valibot';
import type { Issue } from '#lib/domain/input/issue.ts';
import { times } from '#lib/domain/calendar/time-of-day.ts';
import { weekdays } from '#lib/domain/calendar/weekday.ts';
import { meaningFacets, type MeaningFacet, type Sayings } from './meaning.ts';

const word = v.pipe(
	v.string('言葉を "" で囲んで書きます'),
	v.trim(),
	v.minLength(1, '空の言葉があります'),
	v.maxLength(40, '言葉は40文字までです')
);
const words = v.pipe(v.array(word, '言葉を [] で囲んで並べます'), v.minLength(1, '言葉が要ります'));
const codes = v.pipe(
	v.array(v.string(), 'コードを [] で囲んで並べます'),
	v.minLength(1, 'コードが要ります')
);
const some = <const T extends readonly string[]>(list: T) =>
	v.pipe(v.array(v.picklist(list, `${list.join('・')} のどれかです`)), v.minLength(1, '空です'));
const age = v.pipe(
	v.number('年齢は数で書きます'),
	v.integer('年齢は整数です'),
	v.minValue(0),
	v.maxValue(120)
);
const weightSentence = 'おもさは0より大きく1以下の数で書きます';

const means = v.strictObject({
	...(Object.fromEntries(meaningFacets.map((facet) => [facet, v.optional(codes)])) as Record<
		MeaningFacet,
		v.OptionalSchema<typeof codes, undefined>
	>),
	day: v.optional(some(weekdays)),
	time: v.optional(some(times)),
	online: v.optional(some(['yes'])),
	age: v.optional(
		v.pipe(v.array(age), v.minLength(1), v.maxLength(2, '年齢は「から・まで」の2つまでです'))
	)
});

const saying = v.strictObject({
	says: words,
	means,
	words: v.optional(words),
	weight: v.optional(
		v.pipe(
			v.number(weightSentence),
			v.check((number) => number > 0 && number <= 1, weightSentence)
		)
	),
	note: v.optional(v.string())
});

const file = v.strictObject({
	classes: v.record(v.string(), words),
	spellings: v.array(v.pipe(words, v.minLength(2, '二つ以上の書きかたが要ります'))),
	readings: v.optional(
		v.array(v.pipe(v.string(), v.regex(/^\S+ [ぁ-ゖー]+$/u, '「電話 でんわ」のように書きます'))),
		[]
	),
	sayings: v.array(saying, 'ことばの組を [] で囲んで並べます')
});

/** Reads `data/vocabulary/sayings.json` (docs/sayings.md); every message names group and field, counted from 1. */
export function parseSayings(
	input: unknown,
	isCode: (vocabulary: MeaningFacet, code: string) => boolean
): { value: Sayings } | { issues: Issue[] } {
	const result = v.safeParse(file, input);
	if (!result.success) return { issues: result.issues.map(sentence) };
	const issues = result.output.sayings.flatMap(({ says, means }, at) => [
		...meaningFacets.flatMap((facet) =>
			(means[facet] ?? [])
				.filter((code) => !isCode(facet, code))
				.map((code) => issue(at, 'means', `${facet} に「${code}」はありません`))
		),
		...says
			.flatMap((one) => [...one.matchAll(/\{([^}]*)\}/gu)].map(([, name]) => name!))
			.filter((name) => !(name in result.output.classes))
			.map((name) => issue(at, 'says', `「{${name}}」は classes にありません`)),
		...(Object.keys(means).length === 0 ? [issue(at, 'means', '意味が一つ要ります')] : [])
	]);
	return issues.length > 0 ? { issues } : { value: result.output };
}

const issue = (at: number, field: string, message: string): Issue => ({
	path: `sayings.${at}.${field}`,
	message: `${at + 1}番目の組の「${field}」：${message}。`
});

function sentence(found: v.BaseIssue<unknown>): Issue {
	const [list, at, field] = (found.path ?? []).map((step) => String(step.key));
	const where =
		list === 'sayings' && at !== undefined
			? `${Number(at) + 1}番目の組${field ? `の「${field}」` : ''}`
			: `「${list ?? 'ファイル'}」`;
	const message = /[ぁ-ん]/u.test(found.message) ? found.message : '書きかたが違います';
	return {
		path: (found.path ?? []).map((step) => String(step.key)).join('.'),
		message: `${where}：${message}。`
	};
}
