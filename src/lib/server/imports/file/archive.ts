import yauzl from 'yauzl';
import { refuse, type Problems } from '#lib/domain/formats/file/detection.ts';
import type { Archive } from '#lib/domain/formats/file/xlsx/workbook.ts';

export const archiveLimits = {
	bytes: 10 * 1024 * 1024,
	inflated: 64 * 1024 * 1024,
	ratio: 200,
	entries: 2000
};

/** Below this size a file of blanks is no bomb. */
const smallest = 1024 * 1024;

const broken =
	'エクセルのファイルが壊れているか、途中で切れています。もう一度、保存するか送ってもらってください。';
const tooLarge =
	'エクセルのファイルを広げると大きすぎます（64MBまでです）。使っていないシートや画像を消してください。';

/** Every entry is inflated and counted before anything is read: what an archive says of itself may be a lie. */
export async function inspectArchive(bytes: Uint8Array): Promise<Archive | Problems> {
	if (bytes.length > archiveLimits.bytes) {
		return refuse(
			'エクセルのファイルが大きすぎます（10MBまでです）。使っていないシートや画像を消してください。'
		);
	}
	if (isAmbiguous(bytes)) return refuse(broken);
	try {
		const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		return await inspect(await yauzl.fromBufferPromise(buffer, { strictFileNames: true }));
	} catch {
		return refuse(broken);
	}
}

/** Two readers would find two directories: the 64-bit one and the other. */
function isAmbiguous(bytes: Uint8Array): boolean {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 65_557; at--) {
		if (view.getUint32(at, true) !== 0x06054b50) continue;
		const hasLarge = at >= 20 && view.getUint32(at - 20, true) === 0x07064b50;
		const pointsToLarge =
			view.getUint16(at + 10, true) === 0xffff ||
			view.getUint32(at + 12, true) === 0xffffffff ||
			view.getUint32(at + 16, true) === 0xffffffff;
		return hasLarge !== pointsToLarge;
	}
	return false;
}

async function inspect(zip: yauzl.ZipFile): Promise<Archive | Problems> {
	if (zip.entryCount > archiveLimits.entries) {
		return refuse('エクセルのファイルの中身が多すぎます（2,000個までです）。');
	}
	const names = new Set<string>();
	let [total, largestSheet] = [0, 0];
	for await (const entry of zip.eachEntry()) {
		const { fileName, uncompressedSize, compressedSize } = entry;
		if (entry.isEncrypted()) {
			return refuse('パスワードのかかったファイルです。パスワードを外して保存しなおしてください。');
		}
		total += uncompressedSize;
		const isSqueezed = uncompressedSize > compressedSize * archiveLimits.ratio;
		if (total > archiveLimits.inflated || (isSqueezed && uncompressedSize > smallest)) {
			return refuse(tooLarge);
		}
		const isEmptyLie = compressedSize === 0 && entry.compressionMethod !== 0;
		if (names.has(fileName) || isEmptyLie) return refuse(broken);
		names.add(fileName);
		if (fileName.endsWith('/')) continue;
		if (await hasDeclarations(zip, entry)) {
			return refuse(
				'エクセルのファイルの中に、使えない宣言（DOCTYPE）があります。エクセルで保存しなおしてください。'
			);
		}
		if (/\/worksheets\/[^/]+$/.test(fileName))
			largestSheet = Math.max(largestSheet, uncompressedSize);
	}
	return checked({ names: [...names], largestSheet });
}

/** Also throws when the entry is not as long as it says. */
async function hasDeclarations(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<boolean> {
	const stream = await zip.openReadStreamPromise(entry);
	const isMarkup = /\.(xml|rels|vml)$/i.test(entry.fileName);
	let found = false;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		found ||= isMarkup && (chunk.includes('<!DOCTYPE') || chunk.includes('<!ENTITY'));
	}
	return found;
}

/** An archive is a workbook by what it holds, whatever its name says. */
function checked(archive: Archive): Archive | Problems {
	const has = (pattern: RegExp) => archive.names.some((name) => pattern.test(name));
	if (has(/^\[Content_Types\]\.xml$/) && has(/(^|\/)workbook\.xml$/)) return archive;
	if (has(/(^|\/)workbook\.bin$/)) {
		return refuse(
			'エクセルのバイナリ ブック（.xlsb）です。「Excel ブック（.xlsx）」で保存しなおしてください。'
		);
	}
	if (has(/^word\//)) return refuse('ワードのファイルです。表をエクセルかCSVにしてください。');
	if (has(/^ppt\//))
		return refuse('パワーポイントのファイルです。表をエクセルかCSVにしてください。');
	if (has(/^content\.xml$/) && has(/^mimetype$/)) {
		return refuse(
			'OpenDocumentのファイル（.ods）です。「Excel ブック（.xlsx）」で保存しなおしてください。'
		);
	}
	if (has(/\.(xlsx|xlsm|xls|csv|tsv|txt|json|zip)$/i)) {
		return refuse('ZIPのファイルです。中の表を取り出して、1つずつ渡してください。');
	}
	return refuse('ZIPのファイルですが、エクセルのブックではありません。');
}
