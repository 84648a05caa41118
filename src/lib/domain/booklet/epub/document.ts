import type { Part } from '#lib/domain/booklet/reading/part.ts';
import { xhtml, type Markup } from '#lib/domain/booklet/reading/markup.ts';

/** `lead`: of the part in EPUB's words; `role`: in those of screen readers (DPUB-ARIA). */
const kinds: Record<Part['kind'], { lead: string; role: string | null }> = {
	front: { lead: 'frontmatter', role: null },
	chapter: { lead: 'chapter', role: 'doc-chapter' },
	windows: { lead: 'appendix', role: 'doc-appendix' },
	index: { lead: 'index', role: 'doc-index' },
	imprint: { lead: 'backmatter', role: null }
};

/** One file of the book. */
export const documentOf = (title: string, body: Markup): string =>
	xhtml`<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="ja" xml:lang="ja">
<head>
<title>${title}</title>
<link rel="stylesheet" type="text/css" href="book.css"/>
</head>
<body>
${body}</body>
</html>
`.xhtml;

export function sectionOf({ id, kind }: Part, body: Markup): Markup {
	const { lead, role } = kinds[kind];
	return xhtml`<section class="part ${kind}" id="${id}" epub:type="${lead}"${role && xhtml` role="${role}"`} aria-labelledby="${id}-name">
${body}</section>
`;
}

export const fileOf = (id: string): string => `${id}.xhtml`;
