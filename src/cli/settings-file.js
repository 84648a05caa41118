import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/**
 * The text of a settings file, in UTF-8 with or without a byte order mark, or in UTF-16 as Windows writes it; null
 * for bytes that are no text of that kind.
 * @param {Uint8Array} bytes
 */
export function textOf(bytes) {
	const [first, second] = bytes;
	const encoding =
		first === 0xff && second === 0xfe
			? 'utf-16le'
			: first === 0xfe && second === 0xff
				? 'utf-16be'
				: 'utf-8';
	try {
		const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
		return text.includes('\0') ? null : text;
	} catch {
		return null;
	}
}

/**
 * Reads settings into the environment; what is set there already wins. Returns a sentence where the file cannot be
 * read: to go on without it could open another database.
 * @param {string} file
 * @returns {string | null}
 */
export function readSettings(file) {
	if (!existsSync(file)) return null;
	let text;
	try {
		text = textOf(readFileSync(file));
	} catch (error) {
		const { code } = /** @type {NodeJS.ErrnoException} */ (error);
		return `設定のファイル ${file} を開けません（${code}）。ファイルの権限を確かめてください。`;
	}
	if (text === null) {
		return `設定のファイル ${file} の文字を読めません。UTF-8 で保存し直してください。`;
	}
	for (const [name, value] of Object.entries(parseEnv(text))) {
		if (process.env[name] === undefined) process.env[name] = value;
	}
	return null;
}
