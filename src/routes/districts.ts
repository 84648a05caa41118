/** 地方, in which people look for their prefecture first. */
const districts: { name: string; slugs: string[] }[] = [
	{
		name: '北海道・東北',
		slugs: ['hokkaido', 'aomori', 'iwate', 'miyagi', 'akita', 'yamagata', 'fukushima']
	},
	{
		name: '関東',
		slugs: ['ibaraki', 'tochigi', 'gunma', 'saitama', 'chiba', 'tokyo', 'kanagawa']
	},
	{
		name: '中部',
		slugs: [
			'niigata',
			'toyama',
			'ishikawa',
			'fukui',
			'yamanashi',
			'nagano',
			'gifu',
			'shizuoka',
			'aichi'
		]
	},
	{ name: '近畿', slugs: ['mie', 'shiga', 'kyoto', 'osaka', 'hyogo', 'nara', 'wakayama'] },
	{
		name: '中国・四国',
		slugs: [
			'tottori',
			'shimane',
			'okayama',
			'hiroshima',
			'yamaguchi',
			'tokushima',
			'kagawa',
			'ehime',
			'kochi'
		]
	},
	{
		name: '九州・沖縄',
		slugs: ['fukuoka', 'saga', 'nagasaki', 'kumamoto', 'oita', 'miyazaki', 'kagoshima', 'okinawa']
	}
];

type Linked = { slug: string; name: string; count: number; fictional: boolean };

/** Prefectures by 地方, north to south; regions that are none (a city, a group of towns) come first. */
export function byDistrict<R extends Linked>(
	regions: readonly R[]
): { samples: R[]; others: R[]; districts: { name: string; regions: R[] }[] } {
	const known = new Set(districts.flatMap(({ slugs }) => slugs));
	return {
		samples: regions.filter((region) => region.fictional),
		others: regions.filter((region) => !region.fictional && !known.has(region.slug)),
		districts: districts.map(({ name, slugs }) => ({
			name,
			regions: slugs.flatMap((slug) => regions.find((region) => region.slug === slug) ?? [])
		}))
	};
}
