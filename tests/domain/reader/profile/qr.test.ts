import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { qrOf } from '#lib/domain/reader/profile/qr.ts';

const scale = 4;

/** The path painted black on white. */
function pixelsOf({ size, path }: ReturnType<typeof qrOf>): Uint8ClampedArray {
	const width = size * scale;
	const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
	for (const [, from, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
		for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
			const start = (row * width + Number(from) * scale) * 4;
			for (let at = start; at < start + Number(length) * scale * 4; at++) {
				if (at % 4 !== 3) pixels[at] = 0;
			}
		}
	}
	return pixels;
}

it.each([
	'https://shiori.example.jp/resources/97157a64-6e8e-453c-86ab-de9886437ca0',
	'http://localhost:3000/regions/sakura'
])('a QR code of %s says so to a decoder', (address) => {
	const qr = qrOf(address);
	const width = qr.size * scale;
	expect(jsQR(pixelsOf(qr), width, width)?.data).toBe(address);
});

it('a QR code has the white around it that readers need', () => {
	const { size, path } = qrOf('https://example.jp');
	const modules = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((match) =>
		match.slice(1).map(Number)
	);
	for (const [x, y, length] of modules) {
		expect(x).toBeGreaterThanOrEqual(4);
		expect(y).toBeGreaterThanOrEqual(4);
		expect(x! + length!).toBeLessThanOrEqual(size - 4);
	}
});
