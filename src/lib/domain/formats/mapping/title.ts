import type { Context, Titled } from '#lib/domain/formats/format.ts';
import type { Detected, Skipped } from '#lib/domain/formats/file/detection.ts';
import { parseAddress, type Municipality } from '#lib/domain/region/municipality.ts';
import { categoryInTitle } from './row/category.ts';
import { knownTerm } from './terms/match.ts';

type About = { skipped: readonly Skipped[]; detected: Detected; headerLine: number };

/**
 * What 「令和7年度 ○○市 相談窓口一覧」 above a table, its sheet and the file's name say of its rows, and
 * 「【家族会】」 between them of those below it; by the line of a row.
 */
export function titledBy(about: About, context: Context): (line: number) => Titled {
	const { skipped, headerLine } = about;
	const whole = ofFile(about, context);
	const sections = skipped
		.filter(({ reason, line }) => reason === 'title' && line > headerLine)
		.map(({ line, text }) => ({ line, titled: ofSection(text, whole, context) }));
	return (line) => sections.findLast((section) => section.line < line)?.titled ?? whole;
}

function ofSection(text: string, whole: Titled, context: Context): Titled {
	const word = text.replace(/^[【《■◆▼\s]+|[】》\s]+$/gu, '');
	const category = knownTerm(word, 'category', context) ?? categoryInTitle(`${word}一覧`, context);
	return { town: townIn(word, context) ?? whole.town, category: category ?? whole.category };
}

function ofFile({ skipped, detected, headerLine }: About, context: Context): Titled {
	const above = skipped.filter(({ reason, line }) => reason === 'title' && line < headerLine);
	const titles = above.map(({ text }) => text);
	const name = context.fileName?.replace(/\.[a-z]{1,5}$/i, '') ?? '';
	const said = [detected.sheet ?? '', ...titles, name];
	const first = <T>(of: (text: string) => T | null): T | null =>
		said.reduce<T | null>((found, text) => found ?? of(text), null);
	return {
		town: first((text) => townIn(text, context)),
		category: first((text) => categoryInTitle(text, context))
	};
}

/** The one municipality that a text names; null where it names several or a name of several. */
function townIn(text: string, { gazetteer, around }: Context): Municipality | null {
	const towns = new Map<string, Municipality>();
	let left = text.replace(/[\s\u3000_]+/gu, '');
	while (left !== '') {
		const { municipality, ambiguous, rest } = parseAddress(left, gazetteer);
		const here = ambiguous.filter(({ code }) => around?.includes(code));
		const found = municipality ?? (here.length === 1 ? here[0]! : null);
		if (!found && ambiguous.length > 0) return null;
		if (found) towns.set(found.code, found);
		left = found && rest.length < left.length ? rest : left.slice(1);
	}
	const [only] = towns.values();
	return towns.size === 1 ? only! : null;
}
