type Upload = {
	/** In bytes, the form around the file included. */
	largest: number;
	/** What to do about a larger one. */
	way: string;
};

const megabyte = 1024 * 1024;

/** Where staff send a file; every other form is small. */
const uploads: Record<string, Upload> = {
	'/staff/imports/new': {
		largest: 12 * megabyte,
		way: '画像や使わないシートを取りのぞくか、CSVで保存して、もう一度お送りください。'
	},
	'/staff/regions/[slug]/[year]/pictures': {
		largest: 20 * megabyte + 64 * 1024,
		way: '写真アプリで小さくしてから、もう一度お送りください。'
	}
};

const usual = 64 * 1024;

export const largestBody = (routeId: string | null): number => uploadOf(routeId)?.largest ?? usual;

const uploadOf = (routeId: string | null): Upload | undefined =>
	routeId === null ? undefined : uploads[routeId];

/** What somebody is told who sends more; undefined where no file is expected. */
export function tooLargeSentence(routeId: string | null): string | undefined {
	const upload = uploadOf(routeId);
	return (
		upload &&
		`ファイルが大きすぎるため、受け取れませんでした。送れるのは${Math.floor(upload.largest / megabyte)}MBまでです。${upload.way}`
	);
}

/** Whether it is larger than a form: whoever sends it is asked who they are before any of it is read. */
export const isUpload = ({ headers }: Request): boolean =>
	Number(headers.get('content-length')) > usual;
