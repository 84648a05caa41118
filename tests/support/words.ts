import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** All that stands in an answer, in whatever packing or encoding: of a workbook or a book every part of it, hidden ones too. */
export async function wordsOf(answer: Response): Promise<string> {
	const type = answer.headers.get('content-type') ?? '';
	return wordsIn(Buffer.from(await answer.arrayBuffer()), type);
}

export async function wordsIn(bytes: Buffer, type: string): Promise<string> {
	if (type.includes('shift_jis')) return new TextDecoder('shift_jis').decode(bytes);
	if (!/spreadsheetml|epub/.test(type)) return bytes.toString();
	const archive = await yauzl.fromBufferPromise(bytes);
	const parts: string[] = [];
	for await (const entry of archive.eachEntry()) {
		const part = await buffer(await archive.openReadStreamPromise(entry));
		parts.push(entry.fileName, part.toString());
	}
	return parts.join('\n');
}
