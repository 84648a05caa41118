/**
 * RFC 9309. Lists have as many addresses as there are combinations of conditions: crawlers walk from page to page
 * of the whole ones, and find each place in the sitemaps.
 */
export const robotsText = (origin: string): string =>
	[
		'User-agent: *',
		'Disallow: /staff',
		'Disallow: /api/',
		'Disallow: /p/',
		'Disallow: /regions/*/print',
		'Disallow: /search/print',
		'Disallow: /*?',
		'Allow: /*?page=',
		'Allow: /*?edition=',
		'',
		`Sitemap: ${origin}/sitemap.xml`,
		''
	].join('\n');
