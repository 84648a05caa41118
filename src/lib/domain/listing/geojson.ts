import type { Row } from './row.ts';
import type { Placed } from './map-view.ts';
import { sampleMark } from '#lib/domain/region/sample.ts';

/** A list as RFC 7946 has it; what may not be shown exactly has no geometry. */
export type FeatureCollection = { type: 'FeatureCollection'; features: Feature[] };

type Feature = {
	type: 'Feature';
	id: string;
	geometry: { type: 'Point'; coordinates: [longitude: number, latitude: number] } | null;
	properties: Pick<
		Row,
		'name' | 'kana' | 'category' | 'place' | 'when' | 'who' | 'fee' | 'checked' | 'notice'
	> & { number: number | null; address: string; sample?: typeof sampleMark };
};

/** `address`: where the page of a resource is, by its id. */
export function featuresOf(
	placed: readonly Placed[],
	address: (id: string) => string,
	{ isSample }: { isSample: boolean }
): FeatureCollection {
	return {
		type: 'FeatureCollection',
		features: placed.map(({ row, point }) => {
			const { id, number, name, kana, category, place, when, who, fee, checked, notice } = row;
			return {
				type: 'Feature',
				id,
				geometry: point && {
					type: 'Point',
					coordinates: [point.longitude, point.latitude]
				},
				properties: {
					...{ number, name, kana, category, place, when, who, fee, checked, notice },
					address: address(id),
					...(isSample && { sample: sampleMark })
				}
			};
		})
	};
}
