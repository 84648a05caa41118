/** A PDF that a browser shows, and saves under its name. */
export const pdfFile = (name: string, pdf: Uint8Array): Response =>
	new Response(pdf as Uint8Array<ArrayBuffer>, {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="${name}"`
		}
	});
