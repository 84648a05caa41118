import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import {
	mkdir,
	readdir,
	readFile,
	rename,
	stat,
	unlink,
	utimes,
	writeFile
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Tile } from '#lib/domain/map/tile.ts';
import { typeOfImage, type TileImage } from './image.ts';

export type TileCache = {
	read(tile: Tile): Promise<{ image: TileImage; isOld: boolean } | null>;
	/** Does nothing when there is no room or the disk refuses. */
	write(tile: Tile, image: TileImage): Promise<void>;
	/** On the disk, in whole blocks. */
	readonly bytes: number;
	/** When what an earlier run left has been counted. */
	readonly ready: Promise<void>;
};

type Kept = { file: string; bytes: number; fetchedOn: number; usedOn: number };
type Options = { folder: string; maxBytes: number; days: number; now: () => number };

const day = 86_400_000;
const block = 4096;
const blocks = (bytes: number) => Math.ceil(bytes / block) * block;
/** Where the system can, without noting the time of reading. */
const silently = constants.O_RDONLY | (constants.O_NOATIME ?? 0);
const digestLength = 32;
const digest = (body: Buffer) => createHash('sha256').update(body).digest();
const keyOf = ({ z, x, y }: Tile) => `${z}-${x}-${y}`;
const pattern = /^\d+-\d+-\d+\.tile$/;
const part = /\.tile\.[0-9a-f-]{36}\.part$/;

/**
 * Tiles on the disk, least recently used out; 256 folders of files that begin with the SHA-256 of
 * what follows. Files carry days only, no times: when somebody looked somewhere is not written down.
 */
export function createCache({ folder, maxBytes, days, now }: Options): TileCache {
	/** In the order of their use. */
	const kept = new Map<string, Kept>();
	let bytes = 0;
	const today = () => Math.floor(now() / day);
	const stamp = (file: string, usedOn: number, fetchedOn: number) =>
		utimes(file, (usedOn * day) / 1000, (fetchedOn * day) / 1000).catch(() => {});
	const folderOf = ({ x, y }: Tile) =>
		join(folder, ((x * 31 + y) & 255).toString(16).padStart(2, '0'));

	/** Counted off before the file is gone, so that nobody else frees the same room once more. */
	async function forget(key: string, entry: Kept): Promise<boolean> {
		kept.delete(key);
		bytes -= entry.bytes;
		const isGone = await unlink(entry.file).then(
			() => true,
			(error: NodeJS.ErrnoException) => error.code === 'ENOENT'
		);
		if (!isGone) bytes += entry.bytes;
		return isGone;
	}

	/** Until what is counted fits; one after the other, so that all that was put out before is gone. */
	let making = Promise.resolve(true);
	const makeRoom = (): Promise<boolean> => (making = making.then(free));

	async function free(): Promise<boolean> {
		while (bytes > maxBytes) {
			const [oldest] = kept;
			if (!oldest || !(await forget(...oldest))) return false;
		}
		return true;
	}

	async function count(): Promise<void> {
		const found: [string, Kept][] = [];
		for (const name of await readdir(folder).catch(() => [])) {
			if (!/^[0-9a-f]{2}$/.test(name)) continue;
			for (const leaf of await readdir(join(folder, name)).catch(() => [])) {
				const file = join(folder, name, leaf);
				if (part.test(leaf)) await unlink(file).catch(() => {});
				const about = pattern.test(leaf) ? await stat(file).catch(() => null) : null;
				if (!about?.isFile()) continue;
				const [usedOn, fetchedOn] = [about.atimeMs, about.mtimeMs].map((at) =>
					Math.floor(at / day)
				);
				const entry = { file, bytes: blocks(about.size), fetchedOn: fetchedOn!, usedOn: usedOn! };
				found.push([leaf.slice(0, -'.tile'.length), entry]);
			}
		}
		found.sort(([, a], [, b]) => a.usedOn - b.usedOn || a.fetchedOn - b.fetchedOn);
		for (const [key, entry] of found) {
			kept.set(key, entry);
			bytes += entry.bytes;
		}
		await makeRoom();
	}
	const ready = count();

	return {
		ready,
		get bytes() {
			return bytes;
		},
		async read(tile) {
			await ready;
			const key = keyOf(tile);
			const entry = kept.get(key);
			if (!entry) return null;
			const content = await readFile(entry.file, { flag: silently })
				.catch(() => readFile(entry.file))
				.catch(() => Buffer.alloc(0));
			const body = content.subarray(digestLength);
			const type = typeOfImage(body);
			const isWhole = type && digest(body).equals(content.subarray(0, digestLength));
			// While it was read, it may have been replaced or put out.
			if (kept.get(key) !== entry) return isWhole ? { image: { body, type }, isOld: false } : null;
			if (!isWhole) {
				await forget(key, entry);
				return null;
			}
			kept.delete(key);
			kept.set(key, entry);
			if (entry.usedOn !== today()) {
				entry.usedOn = today();
				void stamp(entry.file, entry.usedOn, entry.fetchedOn);
			}
			return { image: { body, type }, isOld: today() - entry.fetchedOn > days };
		},
		async write(tile, { body }) {
			await ready;
			const size = blocks(digestLength + body.byteLength);
			if (size > maxBytes) return;
			const file = join(folderOf(tile), `${keyOf(tile)}.tile`);
			const written = `${file}.${randomUUID()}.part`;
			bytes += size;
			try {
				if (!(await makeRoom())) throw new Error('There is no room');
				await mkdir(folderOf(tile), { recursive: true, mode: 0o700 });
				await writeFile(written, Buffer.concat([digest(body), body]), { mode: 0o600 });
				const on = today();
				await stamp(written, on, on);
				await rename(written, file);
				const before = kept.get(keyOf(tile));
				if (before) bytes -= before.bytes;
				kept.delete(keyOf(tile));
				kept.set(keyOf(tile), { file, bytes: size, fetchedOn: on, usedOn: on });
			} catch {
				bytes -= size;
				await unlink(written).catch(() => {});
			}
		}
	};
}
