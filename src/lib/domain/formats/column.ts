import type { Content } from '#lib/domain/resource/content.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import type { Term, VocabularyName } from '#lib/domain/labels/vocabulary.ts';
import { readDate, readNumber } from './cells/values.ts';
import type { Context } from './format.ts';
import { nearest } from './nearest.ts';
import { earlierWords } from '#lib/domain/labels/choices.ts';

/** What is known of a resource beside its content. */
export type Identity = {
	id: string;
	source: string | null;
	number: string | null;
	/** Of the resource: the revision whose content it is. */
	revision?: number | null;
};

export type Written = {
	identity: Identity;
	content: Content;
	/** The part of it that everyone may know: all that a column without `staff` may hold. */
	shown: PublicContent;
	context: Context;
};

/** A content in the making, by dotted path; the schema judges it afterwards. */
export type Draft = Record<string, unknown>;

/** One column of the product's own CSV. */
export type Column = {
	/** Stands in the header as well as the label does. */
	code: string;
	label: string;
	/** Holds what the public does not see; exported only on request. */
	staff?: true;
	/** Says something of the whole file and nothing of a resource; written by what makes the file. */
	isOfFile?: true;
	/** For the program alone: a workbook hides it. */
	isHidden?: true;
	/** What a workbook keeps the cell as; a text where nothing is said. */
	cell?: 'whole' | 'decimal' | 'date';
	/** What can be chosen for the cell: terms of a vocabulary, municipalities, or these words. */
	offers?: VocabularyName | 'municipality' | readonly string[];
	/** Several of them, with `;` between. */
	several?: true;
	/** For the documentation. */
	says: string;
	example: string;
	write(written: Written): string;
	/** `fail` names something impossible, in a sentence. The cell is never empty. */
	read(cell: string, draft: Draft, context: Context, fail: (message: string) => void): void;
	/** The part of the content that an issue of the schema is about. */
	path?: string;
	/** Which issues, where several columns hold one part. */
	of?: RegExp;
};

/** What is said of a column, without what reads and writes its cells. */
export type PlainColumn = Omit<Column, 'read' | 'write'>;

export function plainColumn(column: Column): PlainColumn {
	const plain: Partial<Column> = { ...column };
	delete plain.read;
	delete plain.write;
	return plain as PlainColumn;
}

type Naming = Pick<Column, 'code' | 'label' | 'says' | 'example'>;

/** `a.b` of a nested object. */
export function at(value: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((part, key) => (part as Record<string, unknown> | null)?.[key], value);
}

export function put(draft: Draft, path: string, value: unknown): void {
	const keys = path.split('.');
	const last = keys.pop()!;
	let part = draft;
	for (const key of keys) part = (part[key] ??= {}) as Draft;
	part[last] = value;
}

const asText = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A text that everyone may know. */
export const text = (path: string, naming: Naming): Column => ({
	...naming,
	path,
	write: ({ shown }) => asText(at(shown, path)),
	read: (cell, draft) => put(draft, path, cell)
});

export const staffText = (path: string, naming: Naming): Column => ({
	...text(path, naming),
	staff: true,
	write: ({ content }) => asText(at(content, path))
});

/** Two columns: what may be shown, and what the precision withholds. */
export function withheld(
	path: string,
	shownPath: string,
	naming: Naming,
	{
		say = asText,
		parse = (cell) => ({ value: cell }),
		...kind
	}: {
		say?: (value: unknown, context: Context) => string;
		parse?: (cell: string, context: Context) => { value: unknown } | { issue: string };
	} & Pick<Column, 'cell' | 'offers'> = {}
): Column[] {
	const read: Column['read'] = (cell, draft, context, fail) => {
		const parsed = parse(cell, context);
		if ('issue' in parsed) fail(parsed.issue);
		else put(draft, path, parsed.value);
	};
	return [
		{
			...{ ...naming, ...kind, path, read },
			write: ({ shown, context }) => say(at(shown, shownPath), context)
		},
		{
			...kind,
			code: `${naming.code}_withheld`,
			label: `${naming.label}（非公開）`,
			says: `The same, where the precision withholds it.`,
			example: '',
			staff: true,
			path,
			write: ({ content, shown, context }) =>
				asText(at(shown, shownPath)) ? '' : say(at(content, path), context),
			read(cell, draft, context, fail) {
				if (at(draft, path) === undefined) read(cell, draft, context, fail);
			}
		}
	];
}

/** A calendar date in any way that spreadsheets and town papers write one. */
export const date = (path: string, naming: Naming): Column => ({
	...text(path, naming),
	cell: 'date',
	read: (cell, draft) => put(draft, path, readDate(cell))
});

export function amount(cell: string): { value: number } | { issue: string } {
	const value = readNumber(cell);
	return value === undefined ? { issue: `「${cell}」は数ではありません。` } : { value };
}

export const count = (path: string, naming: Naming): Column => ({
	...naming,
	path,
	cell: 'whole',
	write: ({ shown }) => asText(at(shown, path)),
	read(cell, draft, _, fail) {
		const number = readNumber(cell);
		if (number !== undefined && Number.isInteger(number)) put(draft, path, number);
		else fail('整数で書きます。');
	}
});

/** A code or label of a short fixed list. */
export const choice = (path: string, labels: Record<string, string>, naming: Naming): Column => ({
	...naming,
	path,
	offers: Object.values(labels),
	write: ({ shown, content }) => {
		const code = path === 'precision' ? content.precision : asText(at(shown, path));
		return labels[code] ?? code;
	},
	read(cell, draft, _, fail) {
		const code = codeOf(labels, cell);
		if (code) put(draft, path, code);
		else fail(`${Object.values(labels).join('・')}のどれかで書きます。`);
	}
});

export const codeOf = (labels: Record<string, string>, word: string): string | undefined =>
	[word, Object.keys(labels).find((code) => labels[code] === word), earlierWords[word]].find(
		(code) => code !== undefined && Object.hasOwn(labels, code)
	);

/** A term by its code or label. */
export function termCode(terms: Map<string, Term>, word: string): string | undefined {
	const plain = word.normalize('NFKC').toLowerCase();
	if (terms.has(plain)) return plain;
	return [...terms.values()].find((term) => term.label === word || term.plain === word)?.code;
}

export const termLabel = (context: Context, vocabulary: VocabularyName, code: string): string => {
	const terms = context.vocabularies[vocabulary];
	const label = terms.get(code)?.label ?? code;
	return termCode(terms, label) === code && !/[;；、\n]/.test(label) ? label : code;
};

/** With the one that may have been meant. */
export function notATerm(context: Context, vocabulary: VocabularyName, word: string): string {
	const labels = [...context.vocabularies[vocabulary].values()].map(({ label }) => label);
	const like = nearest(word, labels);
	return `「${word}」は、選べることばにありません。${like ? `近いことばは「${like}」です。` : ''}`;
}

export const term = (path: string, vocabulary: VocabularyName, naming: Naming): Column => ({
	...naming,
	path,
	offers: vocabulary,
	write: ({ shown, context }) => {
		const code = asText(at(shown, path));
		return code && termLabel(context, vocabulary, code);
	},
	read(cell, draft, context, fail) {
		const code = termCode(context.vocabularies[vocabulary], cell);
		if (code) put(draft, path, code);
		else fail(notATerm(context, vocabulary, cell));
	}
});

export const terms = (path: string, vocabulary: VocabularyName, naming: Naming): Column => ({
	...naming,
	path,
	offers: vocabulary,
	several: true,
	write: ({ shown, context }) =>
		(at(shown, path) as string[]).map((code) => termLabel(context, vocabulary, code)).join(';'),
	read(cell, draft, context, fail) {
		const codes = words(cell).map((word) => {
			const code = termCode(context.vocabularies[vocabulary], word);
			if (!code) fail(notATerm(context, vocabulary, word));
			return code;
		});
		put(draft, path, [...new Set(codes.filter((code) => code !== undefined))]);
	}
});

export const words = (cell: string): string[] =>
	cell
		.split(/[;；、\n]/)
		.map((word) => word.trim())
		.filter(Boolean);
