import type { Part } from '#lib/domain/booklet/reading/part.ts';
import type { BookletEntry } from '#lib/domain/booklet/booklet.ts';
import { entryId } from '#lib/domain/booklet/reading/entry.ts';
import { xhtml, type Markup } from '#lib/domain/booklet/reading/markup.ts';
import { plainOf } from '#lib/domain/reader/profile/ruby.ts';
import { documentOf, fileOf } from './document.ts';

/** Where a printed page begins. */
export type PageBreak = { page: number; number: number };

/** The first entry of every printed page, in the booklet's order. */
export function breaksOf(
	numbers: readonly number[],
	pageOf: Record<number, number> | undefined
): PageBreak[] {
	const seen = new Set<number>();
	return numbers.flatMap((number) => {
		const page = pageOf?.[number];
		if (page === undefined || seen.has(page)) return [];
		seen.add(page);
		return [{ page, number }];
	});
}

export const breakMarkup = (page: number): Markup =>
	xhtml`<span epub:type="pagebreak" role="doc-pagebreak" id="page-${page}" aria-label="${page}ページ"></span>`;

/** Contents with all entries, landmarks, and the printed pages where they are known. */
export function navigationOf(
	parts: readonly Part[],
	entries: ReadonlyMap<number, BookletEntry>,
	breaks: readonly PageBreak[]
): string {
	const fileBy = new Map(
		parts.flatMap(({ id, numbers }) => numbers.map((number) => [number, fileOf(id)] as const))
	);
	const first = parts.find(({ kind }) => kind === 'chapter');
	const index = parts.find(({ kind }) => kind === 'index');
	const item = ({ id, title, numbers }: Part) =>
		xhtml`<li><a href="${fileOf(id)}">${title}</a>${
			numbers.length === 0
				? null
				: xhtml`<ol>${numbers.map((number) => xhtml`<li><a href="${fileOf(id)}#${entryId(number)}">${number}番 ${plainOf(entries.get(number)!.name)}</a></li>`)}</ol>`
		}</li>
`;
	return documentOf(
		'もくじ',
		xhtml`<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-name">
<h1 id="toc-name">もくじ</h1>
<ol>
<li><a href="cover.xhtml">表紙</a></li>
${parts.map(item)}</ol>
</nav>
<nav epub:type="landmarks" aria-label="おもな場所" hidden="hidden">
<ol>
<li><a epub:type="cover" href="cover.xhtml">表紙</a></li>
<li><a epub:type="toc" href="nav.xhtml#toc">もくじ</a></li>
${first ? xhtml`<li><a epub:type="bodymatter" href="${fileOf(first.id)}">本文</a></li>` : null}
${index ? xhtml`<li><a epub:type="index" href="${fileOf(index.id)}">さくいん</a></li>` : null}
</ol>
</nav>
${
	breaks.length === 0
		? null
		: xhtml`<nav epub:type="page-list" role="doc-pagelist" aria-label="紙の冊子のページ" hidden="hidden">
<ol>${breaks.map(({ page, number }) => xhtml`<li><a href="${fileBy.get(number)!}#page-${page}">${page}</a></li>`)}</ol>
</nav>
`
}`
	);
}
