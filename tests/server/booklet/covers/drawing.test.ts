import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { coverOfPlace, coverSize, type Cover } from '#lib/domain/reader/profile/cover.ts';
import { drawCover } from '#lib/server/booklet/covers/drawing.ts';

const cover: Cover = {
	...{ over: '居場所・さくら市', title: 'こもれびの間', words: 'お茶を飲んで帰るだけでも。' },
	...{ below: '地域資源ブックマーク', isSample: false }
};
const pixels = async (png: Uint8Array) =>
	(await sharp(png).removeAlpha().raw().toBuffer()).toString('hex');

test('a picture has the size that its page says, and always the same bytes', async () => {
	const png = await drawCover(cover);
	expect(await sharp(png).metadata()).toMatchObject({ format: 'png', ...coverSize });
	expect(png.length).toBeLessThan(60_000);
	expect((await drawCover(cover)).equals(png)).toBe(true);
});

test('every part of it is drawn', async () => {
	const whole = await pixels(await drawCover(cover));
	for (const part of ['over', 'title', 'words', 'below'] as const) {
		expect(await pixels(await drawCover({ ...cover, [part]: '' })), part).not.toBe(whole);
	}
	expect(await pixels(await drawCover({ ...cover, isSample: true }))).not.toBe(whole);
});

test('a machine without any font draws the same', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'bookmark-fonts-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const config = path.join(folder, 'fonts.conf');
	writeFileSync(config, '<fontconfig><dir>/nowhere</dir></fontconfig>');
	const module = pathToFileURL(path.resolve('src/lib/server/booklet/covers/drawing.ts')).href;
	const program = `const { drawCover } = await import('${module}');
		process.stdout.write((await drawCover(${JSON.stringify(cover)})).toString('base64'));`;
	const drawn = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
		env: { ...process.env, FONTCONFIG_FILE: config, HOME: folder },
		encoding: 'utf8'
	});
	expect(Buffer.from(drawn, 'base64').equals(await drawCover(cover))).toBe(true);
});

test('what looks like markup is drawn as it was written, and what no font has as 〓', async () => {
	const same = async (one: string, other: string) =>
		expect(await pixels(await drawCover({ ...cover, title: one })), one).toBe(
			await pixels(await drawCover({ ...cover, title: other }))
		);
	await same('𠮷野の会', '〓野の会');
	const [bold, plain] = ['<b>&amp;</b>', '&'].map((title) => drawCover({ ...cover, title }));
	expect(await pixels(await bold!)).not.toBe(await pixels(await plain!));
});

test('the longest names and sentences end above the name of the site', async () => {
	const row = { name: '特'.repeat(200), summary: '話'.repeat(200), place: '市'.repeat(60) };
	const long = coverOfPlace({ ...row, category: '居場所', notice: null } as never, {
		...{ name: '神奈川県', fictional: true }
	});
	const blank = await sharp(await drawCover({ ...long, below: '', isSample: false }))
		.extract({ left: 0, top: 520, width: coverSize.width, height: 110 })
		.removeAlpha()
		.raw()
		.toBuffer();
	expect(new Set(blank).size).toBe(3);
});
