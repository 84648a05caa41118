import * as v from 'valibot';

const words = v.pipe(v.string('文字で書きます'), v.minLength(1, '空です'), v.maxLength(200));
const names = v.pipe(v.array(words, '一覧（[ ]）で書きます'), v.minLength(1, '1つは要ります'));

export const shapeSchema = v.strictObject({
	name: v.pipe(
		v.string('文字で書きます'),
		v.regex(/^[a-z][a-z0-9-]{0,39}$/, '英小文字・数字・ハイフンで書きます')
	),
	title: words,
	/** Whose standard it is. */
	source: v.strictObject({
		name: words,
		url: v.pipe(
			v.string(),
			v.regex(/^https?:\/\/\S+$/, 'http:// か https:// で始まるアドレスで書きます')
		)
	}),
	recognition: v.strictObject({
		/** One name of each of these must stand in the header. */
		all: v.pipe(v.array(names), v.minLength(1, '1つは要ります')),
		/** How much of the header must be known, from 0 to 1. */
		share: v.pipe(v.number('0から1の数で書きます'), v.minValue(0), v.maxValue(1))
	}),
	columns: v.pipe(
		v.array(
			v.strictObject({
				names,
				to: v.nullable(v.string()),
				words: v.optional(v.record(v.string(), v.string()))
			})
		),
		v.minLength(1, '1つは要ります')
	),
	/** Who numbers the rows, `public-facility/{code}`. */
	number: v.optional(words),
	constants: v.optional(v.record(v.string(), v.string())),
	/** Rows whose first cell begins with this are no places. */
	comment: v.optional(words)
});

/** A kind of file that many publish: which header it has, and what becomes of its columns. */
export type Shape = v.InferOutput<typeof shapeSchema>;
