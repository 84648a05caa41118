import sharp from 'sharp';

/** A word that no output may hold: planted in EXIF. */
export const secretOfCamera = 'KANARIA-CAMERA-7';

/** A photo as a telephone takes it: turned, with its place, its time and a name in EXIF. */
export const phonePhoto = (width = 2000, height = 1500): Promise<Buffer> =>
	sharp({ create: { width, height, channels: 3, background: '#c8955a' } })
		.composite([
			{
				input: {
					create: {
						...{ width: Math.round(width / 3), height: Math.round(height / 3) },
						...{ channels: 3, background: '#27594f' }
					}
				},
				...{ left: Math.round(width / 8), top: Math.round(height / 8) }
			}
		])
		.withExif({
			IFD0: { Make: secretOfCamera, Artist: secretOfCamera, Copyright: secretOfCamera },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 12/1 34/1', GPSLongitudeRef: 'E' }
		})
		.withMetadata({ orientation: 6 })
		.jpeg({ quality: 92 })
		.toBuffer();

/** A form with a file, as a browser sends it. */
export function pictureForm(
	file: Uint8Array,
	{ name = 'IMG_0001.jpg', ...fields }: Record<string, string> & { name?: string }
): FormData {
	const form = new FormData();
	form.set('file', new File([new Uint8Array(file)], name, { type: 'image/jpeg' }));
	const said = {
		...{ resource: '', alt: '畳の部屋に、低い机が四つ。', agreed: 'yes' },
		...{ agreedBy: '代表', agreedOn: '2026-06-01', ...fields }
	};
	for (const [field, value] of Object.entries(said)) if (value !== '') form.set(field, value);
	return form;
}
