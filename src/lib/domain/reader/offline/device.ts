const browsers: [RegExp, string][] = [
	[/Edg\//, 'Edge'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\//, 'Chrome'],
	[/Safari\//, 'Safari']
];
const systems: [RegExp, string][] = [
	[/iPhone|iPad/, 'iPhone・iPad'],
	[/Android/, 'Android'],
	[/Windows/, 'Windows'],
	[/Mac OS X/, 'Mac'],
	[/Linux|CrOS/, 'Linux']
];

/** 「Firefox（Windows）」: enough to know one's own devices again, and no more is kept. */
export function deviceOf(userAgent: string | null): string {
	const named = (list: [RegExp, string][]) =>
		list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
	return `${named(browsers) ?? 'ブラウザー'}（${named(systems) ?? '機種は不明'}）`;
}
