/** 「chiiki-bookmark-sakura-2026.epub」 */
export const fileName = (
	{ slug, year }: { slug: string; year: string | number },
	suffix: string
): string => `chiiki-bookmark-${slug}-${year}.${suffix}`;

export const unfinishedWords =
	'この年度版は、まだできあがっていません。冊子は、公開のときにできます。';
