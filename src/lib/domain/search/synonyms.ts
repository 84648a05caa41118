import * as v from 'valibot';
import type { Issue } from '#lib/domain/input/issue.ts';

const word = v.pipe(
	v.string('言葉を "" で囲んで書きます'),
	v.trim(),
	v.minLength(1, '空の言葉があります'),
	v.maxLength(40, '言葉は40文字までです')
);

const words = (least: number) =>
	v.pipe(
		v.array(word, '言葉を [] で囲んで並べます'),
		v.minLength(least, `言葉が${least}つ以上要ります`),
		v.check((list) => new Set(list.map(folded)).size === list.length, '同じ言葉が二度あります')
	);

const weightSentence = '0より大きく1以下の数で書きます';
const weight = v.pipe(
	v.number(weightSentence),
	v.check((number) => number > 0 && number <= 1, weightSentence)
);
const note = v.optional(v.string('言葉を "" で囲んで書きます'));

/** Words that stand for each other. */
const bothWays = v.strictObject({ words: words(2), weight, note });
/** Words that a reader types, and what that reader may be looking for. */
const oneWay = v.strictObject({ from: words(1), to: words(1), weight, note });

export type SynonymGroup = v.InferOutput<typeof bothWays> | v.InferOutput<typeof oneWay>;

/** `weight`: 1 says the same thing, less is further away; see docs/synonyms.md. */
export type Alternative = { from: string; to: string; weight: number };

/** Reads `data/vocabulary/synonyms.json`; every message names group and field, counted from 1. */
export function parseSynonyms(input: unknown): { value: SynonymGroup[] } | { issues: Issue[] } {
	if (!Array.isArray(input)) {
		return { issues: [{ path: '', message: '言いかえの一覧は、組を [] で囲んで並べます。' }] };
	}
	const groups: SynonymGroup[] = [];
	const issues = (input as unknown[]).flatMap((group, index): Issue[] => {
		const isOneWay = typeof group === 'object' && group !== null && 'from' in group;
		const result = v.safeParse(isOneWay ? oneWay : bothWays, group);
		if (!result.success) return result.issues.map((issue) => sentence(index, issue));
		groups.push(result.output);
		return [];
	});
	if (issues.length > 0) return { issues };
	const repeated = repetitions(groups);
	return repeated.length > 0 ? { issues: repeated } : { value: groups };
}

/** Every step from one word to another that a group allows. */
export function alternatives(group: SynonymGroup): Alternative[] {
	const from = 'words' in group ? group.words : group.from;
	const to = 'words' in group ? group.words : group.to;
	const others = to.map((word) => ({ word, same: folded(word) }));
	return from.flatMap((one) => {
		const own = folded(one);
		return others
			.filter(({ same }) => same !== own)
			.map(({ word }) => ({ from: one, to: word, weight: group.weight }));
	});
}

/** A step said twice has two weights; one that is also said backwards has two directions. */
function repetitions(groups: readonly SynonymGroup[]): Issue[] {
	const said = new Map<string, number>();
	return groups.flatMap((group, index) =>
		alternatives(group).flatMap(({ from, to }): Issue[] => {
			const step = `${folded(from)}\n${folded(to)}`;
			const backwards = 'words' in group ? undefined : said.get(`${folded(to)}\n${folded(from)}`);
			const before = said.get(step) ?? backwards;
			said.set(step, index);
			if (before === undefined) return [];
			const field = 'words' in group ? 'words' : 'from';
			const message = `${index + 1}番目の組の「${field}」：「${from}」と「${to}」は${before + 1}番目の組にもあります。どちらかにまとめます。`;
			return [{ path: `${index}.${field}`, message }];
		})
	);
}

function sentence(index: number, issue: v.BaseIssue<unknown>): Issue {
	const path = (issue.path ?? []).map((step) => String(step.key));
	const where = path.length > 0 ? `の「${path[0]}」` : '';
	const nth = path.length > 1 ? `の${Number(path[1]) + 1}つ目` : '';
	const message = /[ぁ-ん]/u.test(issue.message) ? issue.message : missingOrUnknown(issue);
	return {
		path: [index, ...path].join('.'),
		message: `${index + 1}番目の組${where}${nth}：${message}。`
	};
}

function missingOrUnknown(issue: v.BaseIssue<unknown>): string {
	if (issue.type !== 'strict_object') return '書きかたが違います';
	if (issue.expected === 'never') return 'この欄はありません';
	return issue.expected === 'Object' ? '組は {} で囲んで書きます' : 'この欄が要ります';
}

const folded = (text: string) =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\s+/gu, '')
		.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
