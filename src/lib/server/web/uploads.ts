/** Where staff send a file; every other form is small. In bytes, the form around the file included. */
const largest: Record<string, number> = { '/staff/imports/new': 12 * 1024 * 1024 };

const usual = 64 * 1024;

export const largestBody = (routeId: string | null): number =>
	(routeId !== null && largest[routeId]) || usual;

/** Whether it is larger than a form: whoever sends it is asked who they are before any of it is read. */
export const isUpload = ({ headers }: Request): boolean =>
	Number(headers.get('content-length')) > usual;
