/** A PNG beside a page: search engines are to lead to the page. */
export const picture = (png: Uint8Array): Response =>
	new Response(png as Uint8Array<ArrayBuffer>, {
		headers: { 'content-type': 'image/png', 'x-robots-tag': 'noindex' }
	});
