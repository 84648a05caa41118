const types = {
	calendar: 'text/calendar; charset=utf-8',
	atom: 'application/atom+xml; charset=utf-8',
	sitemap: 'application/xml; charset=utf-8',
	robots: 'text/plain; charset=utf-8'
};

/** What programs read by themselves. It is not a page: search engines are to lead nobody to it. */
export const feedFile = (kind: keyof typeof types, text: string): Response =>
	new Response(text, {
		headers: { 'content-type': types[kind], 'x-robots-tag': 'noindex' }
	});
