import * as v from 'valibot';
import type { Issue } from '#lib/domain/input/issue.ts';
import { letterIssue, tidy } from '#lib/domain/input/letters.ts';
import { nearest } from '#lib/domain/formats/nearest.ts';
import { isTarget, targetLabel, targets, type Target } from './targets.ts';

export type MappedColumn = {
	/** The name of their column. */
	from: string;
	/** null: is not taken. */
	to: Target | null;
	/** Their word → label or code of our term. 「はい」 and 「いいえ」 stand for ○, ×, 有, 無 too. */
	words?: Record<string, string>;
};

/** Which column of a file becomes what: chosen on the screen, or written as JSON (docs/formats/mapping.md). */
export type Mapping = {
	name: string;
	/** Who numbers its rows, such as `city/172120`; `{code}` is the publisher's code of the row. */
	source?: string;
	/** One `from` may appear twice; several with one `to` are joined. */
	columns: MappedColumn[];
	/** What every row has that does not say otherwise. */
	constants?: Partial<Record<Target, string>>;
};

const text = (most: number) =>
	v.pipe(
		v.string('文字で書きます'),
		v.transform(tidy),
		v.minLength(1, '空です'),
		v.maxLength(most, `${most}文字までです`),
		v.check(
			(words) => letterIssue(words) === null,
			({ input }) => letterIssue(input)!
		)
	);

const target = v.pipe(
	text(40),
	v.check(isTarget, ({ input }) => notATarget(input))
);

/** A name from a header is compared as the file has it, blanks and all. */
const columnName = v.pipe(
	v.string('列の名前を書きます'),
	v.minLength(1, '空です'),
	v.maxLength(200, '200文字までです')
);

const schema = v.pipe(
	v.strictObject(
		{
			name: text(100),
			source: v.optional(
				v.pipe(
					v.string('文字で書きます'),
					v.regex(
						/^[a-z0-9][a-z0-9/{}._-]{0,79}$/,
						'英小文字・数字と / で書きます（例：city/172120）'
					)
				)
			),
			columns: v.pipe(
				v.array(
					v.strictObject(
						{
							from: columnName,
							to: v.nullable(target),
							words: v.optional(v.record(text(100), text(100)))
						},
						'from・to・words だけを書きます'
					),
					'列の一覧を書きます'
				),
				v.maxLength(400, '列は400までです')
			),
			constants: v.optional(v.record(target, text(2000)))
		},
		'name・source・columns・constants だけを書きます'
	),
	v.forward(
		v.check(
			({ columns, constants }) =>
				columns.some(({ to }) => to === 'name') || constants?.['name'] !== undefined,
			'名前（name）になる列がありません'
		),
		['columns']
	)
);

/** Says so, with the one that may have been meant. */
export function notATarget(word: string): string {
	const byLabel = targets.find(({ label }) => label === word)?.target;
	const like =
		byLabel ??
		nearest(
			word,
			targets.map((one) => one.target)
		);
	const hint = like ? `近いのは「${like}」（${targetLabel(like)}）です` : '';
	return `「${word}」という項目はありません${hint && `。${hint}`}`;
}

/** Reads the JSON of `--mapping`; every issue names the place in it. */
export function parseMapping(json: unknown): { value: Mapping } | { issues: Issue[] } {
	const result = v.safeParse(schema, json, { abortPipeEarly: true });
	if (result.success) return { value: result.output };
	const issues = result.issues.map((issue) => ({
		path: v.getDotPath(issue) ?? '',
		message: spoken(issue)
	}));
	return { issues };
}

function spoken(issue: v.BaseIssue<unknown>): string {
	if (!issue.message.startsWith('Invalid ')) return issue.message;
	return issue.received === 'undefined' ? 'ありません' : `読めません（${issue.received}）`;
}
